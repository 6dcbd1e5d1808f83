"""Given names that are one name in several languages and do not sound alike: Mikalai, Mykola and Nikolai.

Courts, newspapers and campaigns write the same person now in the one language, now in the other, and friends by the
short form. A name is known here by how it sounds, so each form stands once, however it is romanised.
"""

import re
from functools import cache, lru_cache
from itertools import chain, zip_longest

from prisoners.likeness import word_likeness
from prisoners.sounds import readings, shortened

#: So many other forms of a name are asked for at most; those that sound like it need not be.
MOST_OTHERS, ALIKE = 4, 0.85
#: Of so many sounds a name is known with one wrong letter.
LONG = 6
_FAMILY = re.compile("(?:[oe]v|in|sk[iy]|ovi?ch|evi?ch)a?y?$|(?:ko|uk|yan|ian|dze|shvili)$")
#: What is put to a given name in Russian by those who are fond of its bearer.
_FOND = re.compile("(?<=[a-z]{4})(?:chik|tschik|ochka|echka)$")

#: One name a line: in Russian, Belarusian, Ukrainian, in other languages, and its short forms.
_NAMES = """
artyom artsiom artem
arseni arsen arsenii
anatoli anatol tolya
boris barys borys borya
bogdan bahdan bohdan
denis dzianis denys
filipp pilip pylyp philip
galina halina halyna galya
gulnara gulya
gennadi henadz hennadii gena
antonina antanina antonyna tonya
gleb hleb hlib
ilya illia elijah
kirill kiryl kyrylo cyril
ksenia ksyusha
ksenia aksana oksana
larisa larysa lara
leonid leanid lyonya
lev lyova
liudmila lyudmila ludmila lyuda lyusya mila
liubov lyubov lyuba
margarita marharyta rita
maria maryia mariia masha mary
maxim maksym maks
polina palina
roman raman
roman roma
rostislav rastsislau
sofia safiya sofiia sonya
stanislav stanislau stas
timofei tsimafei tymofii tima
tamara toma
ulyana uliana ulya
zinaida zina
raisa raya
vadim vadzim vadym vadik
valentin valiantsin valentyn valya
valentina valiantsina valentyna valya
veronika veranika nika
viktor viktar viktor vitya
viktoria viktoryia viktoriia vika
vitali vital vitalii vitalik
viacheslav viachaslau slava
yakov yakau yakiv jacob yasha
yaroslav yaraslau
yegor yahor yehor
yulia yuliia julia yulya
aleksandr aliaksandr oleksandr ales sasha alexander sanya shura
aleksandra aliaksandra oleksandra sasha
aleksei aliaksei oleksii lyosha alyosha alex alexis
anastasia nastassia nasta nastya asya
andrei andriy andrzej andzhei andrew
anna hanna ganna anya anne anechka
anton antos
daria dasha darya
dmitri dzmitry zmitser dmytro dima
fyodor fedor fiodar fedir theodor fedya
georgi heorhii giorgi gevorg george georges jourj gosha zhora
grigori ryhor hryhorii grisha gregory
igor ihar ihor
ioseb iosif yosyp osip josef giuseppe
ivan yan vanya
konstantin kanstantsin kostiantyn kostya kostas
mikhail mikhas mikhailo mikheil misha michael
nadezhda nadzeya nadiya nadya
natalia natallia natasha
nikita mikita mykyta
nika nikoloz
nikolai mikalai mikola mykola kolya nicholas
oleg aleh oleh
olga volha olha olya
pavel paval pavlo paul pasha
pyotr petro piotr petr peter petya
sergei siarhei serhii seryozha serge
stepan stsiapan stefan styopa
svetlana sviatlana svitlana sveta
tatiana tatsiana tetiana tanya
vasili vasil vasyl vasya
vladimir uladzimir volodymyr vova volodya
vladislav uladzislau vladyslav vlad
yaroslav yarik
sviatoslav svyatoslav slava
yekaterina ekaterina katsiaryna kateryna katya catherine
yelena elena alena olena lena helena
yevgeni evgeni yauhen yevhen zhenya eugene eugeniusz
yevgenia evgenia yauheniya yevheniia zhenya
yelizaveta lizaveta liza elisabeth
zenovii zinovi zenon
yuri yurii yura yuras jerzy juraj
abdullah abdulla abdollah
ahmad akhmed ahmet akhmat
aisha ayse aishat
david davit dawud daud
fatima fatma fatemeh patimat
fauziya fevziye fawzia
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
    names = {name for sound in readings(word)[:2] for name in _by_sound().get(sound, ())} or _nearly(word)
    found: list[str] = []
    # One of each name in turn: Zhenya is a man or a woman.
    for form in chain.from_iterable(zip_longest(*(name.split() for name in sorted(names)), fillvalue=word)):
        if all(word_likeness(one, form) < ALIKE for one in (word, *found)):
            found.append(form)
    return (*found[:MOST_OTHERS], *_unfond(word))


def _nearly(word: str) -> set[str]:
    """The names of which a long one is a form but for one letter, where it cannot be a family name: Vladmir."""
    sound = readings(word)[0]
    if len(sound) < LONG or _FAMILY.search(word):
        return set()
    return {name for form in (sound, *shortened(sound, LONG - 1)) for name in _by_slip().get(form, ())}


def _unfond(word: str) -> tuple[str, ...]:
    """A given name without the ending of endearment that any may take in Russian: Yerlanchik; nothing of another."""
    return (without,) if (without := _FOND.sub("", word)) != word else ()


@cache
def _by_slip() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for sound, names in _by_sound().items():
        for form in (sound, *shortened(sound, LONG - 1)):
            found.setdefault(form, set()).update(names)
    return found


@cache
def _by_sound() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name in _NAMES.strip().splitlines():
        for form in name.split():
            found.setdefault(readings(form)[0], set()).add(name)
    return found
