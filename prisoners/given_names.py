"""Given names that are one name in several languages and do not sound alike: Mikalai, Mykola and Nikolai.

Courts, newspapers and campaigns write the same person now in the one language, now in the other, and friends by the
short form. A name is known here by how it sounds, so each form stands once, however it is romanised.
"""

from functools import cache, lru_cache

from prisoners.likeness import word_likeness
from prisoners.sounds import readings

#: So many other forms of a name are asked for at most; those that sound like it need not be.
MOST_OTHERS, ALIKE = 4, 0.85

#: One name a line: in Russian, Belarusian, Ukrainian, in other languages, and its short forms.
_NAMES = """
artyom artsiom artem
arseni arsen arsenii
bogdan bahdan bohdan
denis dzianis denys
filipp pilip pylyp philip
galina halina halyna
gennadi henadz hennadii
gleb hleb hlib
ilya illia elijah
kirill kiryl kyrylo cyril
ksenia aksana oksana
larisa larysa
leonid leanid
liudmila lyudmila ludmila lyuda
margarita marharyta rita
maria maryia mariia masha mary
maxim maksym maks
polina palina
roman raman
rostislav rastsislau
sofia safiya sofiia sonya
stanislav stanislau stas
timofei tsimafei tymofii
valentin valiantsin valentyn
valentina valiantsina valentyna valya
veronika veranika nika
viktor viktar viktor vitya
vitali vital vitalii
viacheslav viachaslau slava
yakov yakau yakiv jacob
yaroslav yaraslau
yegor yahor yehor
yulia yuliia julia
aleksandr aliaksandr oleksandr ales sasha alexander
aleksandra aliaksandra oleksandra sasha
aleksei aliaksei oleksii lyosha alyosha alexis
anastasia nastassia nasta nastya
andrei andriy andrzej andzhei andrew
anna hanna ganna anya anne
anton antos
daria dasha darya
dmitri dzmitry zmitser dmytro dima
fyodor fedor fiodar fedir theodor
georgi heorhii giorgi gevorg george georges jourj
grigori ryhor hryhorii grisha
igor ihar ihor
ioseb iosif yosyp osip josef
ivan yan vanya
konstantin kanstantsin kostiantyn kostya
mikhail mikhas mikhailo mikheil misha michael
nadezhda nadzeya nadiya nadya
natalia natallia natasha
nikita mikita mykyta
nika nikoloz
nikolai mikalai mikola mykola kolya
oleg aleh oleh
olga volha olha
pavel paval pavlo paul
pyotr petro piotr petr peter
sergei siarhei serhii seryozha
stepan stsiapan stefan
svetlana sviatlana svitlana sveta
tatiana tatsiana tetiana tanya
vasili vasil vasyl
vladimir uladzimir volodymyr vova volodya
vladislav uladzislau vladyslav
yekaterina ekaterina katsiaryna kateryna katya catherine
yelena elena alena olena lena helena
yevgeni evgeni yauhen yevhen zhenya eugene
yevgenia evgenia yauheniya yevheniia zhenya
yelizaveta lizaveta liza elisabeth
yuri yurii yura
abdullah abdulla abdollah
ahmad akhmed ahmet akhmat
aisha ayse aishat
david davit dawud daud
fatima fatma fatemeh patimat
hamza hamzat gamzat khamzat
hasan khasan gasan hassan
hussein hossein huseyn gusein usein khusain
ibrahim ebrahim ibragim
ismail esmail ismayil
jafar cafer
khadija hatice xedice khadizhat
magomed muhammad mohammad mehmet mukhammed mohamed mammad
maryam mariam meryem miriam
said sayyid seid saeed
suleiman sulayman soleiman soulaimane
yusuf yusup yousef yosef
ehud udi
zaynab zeynep zeynab zainab
"""


def is_given(word: str) -> bool:
    """Whether it is one of these names, in any romanisation."""
    return any(sound in _by_sound() for sound in readings(word)[:2])


@lru_cache(maxsize=4096)
def others_of(word: str) -> tuple[str, ...]:
    """Other forms of a given name in Latin letters that its sound does not lead to; none of any other word."""
    names = {name for sound in readings(word)[:2] for name in _by_sound().get(sound, ())}
    forms = dict.fromkeys(form for name in sorted(names) for form in name.split())
    return tuple(one for one in forms if word_likeness(word, one) < ALIKE)[:MOST_OTHERS]


@cache
def _by_sound() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name in _NAMES.strip().splitlines():
        for form in name.split():
            found.setdefault(readings(form)[0], set()).add(name)
    return found
