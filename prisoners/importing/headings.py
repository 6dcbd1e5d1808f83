"""Headings as they are met in spreadsheets (English, Russian, Kazakh, German), and which target they mean."""

from prisoners.importing.folded import fold

# A target and a colon, then its headings, parted by semicolons.
_KNOWN = """
family_name: family name; surname; last name; фамилия; тегі; familienname; nachname
given_name: given name; first name; forename; имя (без фамилии); vorname; есімі; аты
patronymic: patronymic; middle name; father's name; отчество; әкесінің аты; vatersname
other_names: other names; other spellings; also known as; aka; alias; aliases; name (cyrillic); name in cyrillic;
  cyrillic name; cyrillic; name (russian); name (kazakh); russian name; kazakh name; name in russian; имя латиницей;
  латиница; другие имена; другие написания; имя по-русски; имя на казахском; басқа аттары; andere namen; weitere
  namen; andere schreibweisen; name (russisch); latin name; name (latin); spelling; spellings; transliteration;
  транслитерация; имя (латиницей); имя (кириллицей); имя (лат.)
names: name; names; full name; prisoner; detainee; person; political prisoner; name of prisoner; prisoner name; name
  and surname; фио; ф.и.о; ф. и. о; имя; имена; полное имя; имя и фамилия; имя, фамилия; фамилия, имя; фамилия и имя;
  фамилия имя отчество; фамилия, имя, отчество; заключенный; заключённый; политзаключенный; аты-жөні; аты жөні; толық
  аты; тұтқын; аты-жөнi; тұтқынның аты; name und vorname; vor- und nachname; vollständiger name; gefangener;
  gefangene; inhaftierte; inhaftierter; name, vorname; vorname und name
born_on: born; born on; date of birth; birth date; birthdate; dob; d.o.b; year of birth; birthday; birth year; дата
  рождения; год рождения; родился; родилась; д.р; др; г.р; рождение; туған күні; туған жылы; туылған күні; geboren;
  geburtsdatum; geburtstag; geburtsjahr; geboren am
sex: sex; gender; m/f; пол; жынысы; geschlecht
country_name: country; state; страна; государство; ел; мемлекет; елі; land; staat
custody_place: place; place of detention; prison; facility; colony; held at; held in; location; where held; city;
  where; detention facility; place of custody; prison / facility; current location; jail; penal colony; place held;
  место; место содержания; место заключения; колония; учреждение; город; сизо; тюрьма; где содержится; орны; қамау
  орны; түрме; мекеме; қала; ұсталған жері; ort; haftort; gefängnis; haftanstalt; stadt
role_organisation: organisation; organization; org; union; trade union; party; affiliation; movement; group; employer;
  организация; партия; профсоюз; движение; ұйым; ұйымы; партиясы; кәсіподақ; gewerkschaft; partei; verein
role_text: role; occupation; profession; position; job; роль; профессия; должность; занятие; род занятий; кто; рөлі;
  мамандығы; кәсібі; лауазымы; beruf; funktion; rolle; tätigkeit
custody_started_on: detention; custody; задержание; заключение; haft;
  arrested; arrested on; date of arrest; arrest date; detained; detained on; date of detention;
  arrest; since; detention date; detained since; in custody since; held since; imprisoned since; date arrested; date
  detained; дата ареста; арестован; арестована; задержан; дата задержания; арест; под стражей с; содержится с; қамауға
  алынған күні; ұсталған күні; қамалған күні; қамауға алынды; қамауға алынған; ұсталды; verhaftet; verhaftet am;
  festgenommen; festnahme; verhaftung; datum der festnahme; inhaftiert seit; haftbeginn
custody_ended_on: released; released on; release date; date of release; freed; freed on; release; дата освобождения;
  освобожден; освобождён; освобождение; вышел; босатылған күні; босатылды; entlassen; entlassung; freigelassen;
  haftende; entlassen am; freilassung; date released
sanction_imposed_on: sentenced; sentenced on; date of sentence; sentence date; verdict; date of verdict; convicted on;
  convicted; verdict date; trial date; дата приговора; приговорен; осужден; осуждён; дата осуждения; вынесен; дата
  суда; үкім шыққан күні; сотталған күні; үкім күні; verurteilt; verurteilt am; datum des urteils; urteilsdatum
sentence: sentence; term; length of sentence; sentence length; sentence (years); term (years); prison term;
  punishment; years; sentence term; sentence years; срок; приговор; наказание; срок (лет); срок, лет; срок наказания;
  мерзімі; жазасы; жаза; үкім; мерзім; strafe; haftstrafe; strafmaß; urteil; haftdauer; haft (jahre)
sentence_kind: sentence kind; kind of sentence; type of sentence; sentence type; вид наказания; жаза түрі; strafart
sanction_court: court; суд; сот; gericht; court name; tribunal
sanction_judge: judge; судья; сотья; судья (фио); richter; richterin
articles: article; articles; article of the code; criminal code article; law; article(s); art; legal basis; code
  article; статья; статьи; ст; статья ук; ст. ук; статья ук рк; статьи ук; бап; баптар; бабы; қк бабы; artikel;
  paragraph; paragraf; criminal code; rechtsgrundlage; articles of the code
charges: charge; charges; accusation; accused of; charged with; reason; обвинение; обвинения; в чем обвиняют; айып;
  айыптау; тағылған айып; anklage; vorwurf; vorwürfe; anklagepunkte; grund
status_report: status; current status; situation; state now; статус; положение; состояние; текущий статус; жағдайы;
  мәртебесі; статусы; stand; lage; aktueller stand; where it stands
reported_on: updated; last updated; as of; status as of; last update; обновлено; по состоянию на; дата обновления;
  жаңартылды; жаңартылған күні; aktualisiert; stand vom; letzte aktualisierung
sources: source; sources; link; links; url; urls; reference; references; source url; proof; evidence; источник;
  источники; ссылка; ссылки; дереккөз; дереккөздер; сілтеме; сілтемелер; quelle; quellen; nachweis; source(s); source
  link
notes: note; notes; comment; comments; remarks; remark; additional information; other; details; info; примечание;
  примечания; комментарий; комментарии; заметки; ескерту; ескертпе; түсініктеме; bemerkung; bemerkungen; notiz;
  notizen; anmerkung; anmerkungen; kommentar
summary: summary; description; case summary; описание; кратко; сипаттама; beschreibung; zusammenfassung
slug: slug
"""


def _read(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    lines = text.strip().replace("\n  ", " ").splitlines()
    found = (line.split(": ", 1) for line in lines)
    return tuple((name, tuple(fold(word) for word in words.split("; "))) for name, words in found)


#: A word stands for the first target that lists it.
HEADINGS = _read(_KNOWN)
#: Headings of a given name where the family name has a column of its own.
GIVEN = frozenset(map(fold, ("имя", "name", "аты", "есімі", "vorname", "names")))
#: What the lower of two lines of headings may say below one of names, and nowhere else: “Family” alone may be kin.
PART_OF_A_NAME = {
    fold(word): name
    for name, words in {"family_name": ("family", "last"), "given_name": ("given", "first")}.items()
    for word in words
}
#: What the lower of two lines of headings may say of the upper one: the day, or how long.
WHEN = frozenset(
    map(fold, ("date", "day", "when", "on", "дата", "день", "когда", "күні", "datum", "tag", "wann", "am"))
)
LENGTH = frozenset(
    map(fold, ("length", "term", "how long", "years", "срок", "лет", "мерзімі", "dauer", "länge", "jahre"))
)
