"""Writing a new script down, beside the schema that lets an editor help with it."""

from pathlib import Path

from rehearse.persona.schema import FILE_NAME, schema_text


def write_down(path: Path, text: str) -> tuple[Path, ...]:
    """Write the script, never over a file; then the schema beside it, where there is none yet.

    Gives what was written. Raises OSError (FileExistsError where something has that name) for the
    script; then, and when interrupted, nothing is left behind.
    """
    _write_new(path, text)
    schema = path.with_name(FILE_NAME)
    try:
        _write_new(schema, schema_text())
    except OSError:  # there already, most often; the script works without
        return (path,)
    except KeyboardInterrupt:
        path.unlink(missing_ok=True)
        raise
    return path, schema


def _write_new(path: Path, text: str) -> None:
    with open(path, "x", encoding="utf-8", newline="\n") as stream:
        try:
            stream.write(text)
            stream.flush()
        except BaseException:
            path.unlink(missing_ok=True)
            raise
