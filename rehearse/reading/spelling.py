"""The spellings people type for the same plain words: contractions, text-speak, common slips."""


def _table(lines: str) -> dict[str, str]:
    pairs = (entry.split("=") for entry in lines.replace("\n", ";").split(";") if "=" in entry)
    return {typed.strip(): plain.strip() for typed, plain in pairs}


# Only those that a rule (n't, 'll, 've, 're, 'm, 'd) does not give, and those typed without the
# apostrophe. "well", "were", "shell", "ill", "id" and "its" are words of their own.
CONTRACTIONS = _table("""
can't=can not; cannot=can not; won't=will not; shan't=shall not; ain't=is not; let's=let us
y'all=you all; 'tis=it is; o'clock=oclock; ma'am=madam; c'mon=come on
cant=can not; wont=will not; dont=do not; doesnt=does not; didnt=did not; isnt=is not
arent=are not; wasnt=was not; werent=were not; havent=have not; hasnt=has not; hadnt=had not
wouldnt=would not; couldnt=could not; shouldnt=should not; aint=is not; mustnt=must not
neednt=need not; im=i am; ive=i have; youre=you are; youve=you have; youll=you will
youd=you would; theyre=they are; theyve=they have; theyll=they will; weve=we have
hes=he is; shes=she is; thats=that is; whats=what is; theres=there is; heres=here is
wheres=where is; whos=who is; hows=how is; itll=it will; itd=it would; thatll=that will
thatd=that would; wouldve=would have; couldve=could have; shouldve=should have
mightve=might have; would've=would have; lets=let us
who've=who have; dunno=do not know; gonna=going to; wanna=want to; gotta=have got to
gimme=give me; lemme=let me; kinda=kind of; sorta=sort of; outta=out of; lotta=lot of
coulda=could have; shoulda=should have; woulda=would have; tryna=trying to; finna=going to
hafta=have to; oughta=ought to; cos=because; cuz=because; coz=because; 'cause=because
""")

SHORT_FORMS = _table("""
u=you; ur=your; r=are; y=why; k=ok; kk=ok; okay=ok; oke=ok; okey=ok; thx=thanks; thnx=thanks
tnx=thanks; ty=thank you; tysm=thank you so much; thankyou=thank you; cheers=cheers; ta=thanks
pls=please; plz=please; plss=please; bc=because; bcs=because; becoz=because; b4=before
tho=though; thru=through; tmrw=tomorrow; tmw=tomorrow; 2moro=tomorrow
idk=i do not know; imo=in my opinion; imho=in my opinion; tbh=to be honest; ngl=honestly
btw=by the way; fyi=for your information; asap=asap; afaik=as far as i know; np=no problem
nvm=never mind; nevermind=never mind; wtf=what the fuck; omg=oh my god; ffs=for fuck sake
fk=fuck; f*ck=fuck; f**k=fuck; fck=fuck; fuk=fuck; fkn=fucking; f*cking=fucking; sh*t=shit
sh*te=shite; bs=bullshit; bullsh*t=bullshit; stfu=shut up; smh=shaking my head; lol=lol
abt=about; w=with; wrk=work; ppl=people; msg=message; mgr=manager; mngr=manager
hrs=hours; hr=hr; yrs=years; yr=year; mths=months; mnths=months; wks=weeks; wk=week; mins=minutes
sr=senior; snr=senior; jr=junior; promo=promotion; convo=conversation; appt=appointment
fav=favourite; def=definitely; defo=definitely; prob=probably; probs=probably; prolly=probably
obvs=obviously; rn=right now; atm=at the moment; gd=good; gr8=great; l8r=later; cya=see you
ya=you; yeah=yes; yea=yes; yep=yes; yup=yes; yh=yes; aye=yes; nah=no; nope=no; nay=no
alright=all right; alrighty=all right; everytime=every time; alot=a lot; aswell=as well
infact=in fact; atleast=at least; eachother=each other; incase=in case; noone=no one
ofcourse=of course; em=them; til=until; till=until; n=and; nd=and; &=and; +=and
teh=the; hte=the; adn=and; nad=and; waht=what; wnat=want; jsut=just; tahnks=thanks; htis=this
taht=that; thsi=this; wiht=with; fro=for; yuo=you; yoru=your; yuor=your
ahve=have; hvae=have; hav=have; knwo=know; konw=know; liek=like; lik=like; soem=some
tiem=time; thnk=think; thign=thing; soory=sorry; sory=sorry; srry=sorry; sry=sorry; soz=sorry
beleive=believe; recieve=receive; definately=definitely; definetly=definitely
seperate=separate; oppurtunity=opportunity; oportunity=opportunity; promtion=promotion
responsability=responsibility; acheive=achieve; acheived=achieved; managment=management
sallary=salary; raize=raise; untill=until; truely=truly; realy=really; realise=realize
recognise=recognize; organise=organize; organisation=organization; prioritise=prioritize
apologise=apologize; favourite=favorite; favour=favor; favours=favors; behaviour=behavior
favouritism=favoritism; honour=honor; labour=labor; colour=color; programme=program
centre=center; minimise=minimize; utilise=utilize; emphasise=emphasize; criticise=criticize
criticised=criticized; recognised=recognized; realised=realized; organised=organized
apologising=apologizing; recognising=recognizing; judgement=judgment; practise=practice
mum=mother; mom=mother; dad=father; kiddos=kids; fella=man; bloke=man; buck=buck
""")
