// Pointing at a beat, or reaching it with the Tab key, shows its own ways and tells them below.
// Without this script nothing is lost: the table has it all.
(() => {
  const map = document.querySelector("figure svg");
  const told = document.querySelector(".told");
  const usual = told.textContent;
  const boxes = [...map.querySelectorAll(".box")];
  const lines = [...map.querySelectorAll("[data-from], .stub")];
  const look = (name) => {
    const near = new Set([name]);
    for (const line of lines) {
      const { from, to } = line.dataset;
      const mine = from === name || to === name;
      if (mine) near.add(from).add(to);
      const parts = line.matches(".stub") ? line.children : [line];
      for (const part of parts) part.classList.toggle("near", mine);
    }
    for (const box of boxes) box.classList.toggle("near", near.has(box.dataset.name));
    map.classList.add("looking");
    const strong = document.createElement("strong");
    strong.textContent = name;
    const ways = document.querySelector(`#at-${name}`)?.dataset.told ?? "";
    told.replaceChildren(strong, ` ${ways}`);
  };
  const rest = () => {
    map.classList.remove("looking");
    told.textContent = usual;
  };
  for (const box of boxes) {
    const name = box.dataset.name;
    box.addEventListener("mouseenter", () => look(name));
    box.addEventListener("mouseleave", rest);
    box.addEventListener("focus", () => look(name));
    box.addEventListener("blur", rest);
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") rest();
  });
})();
