"""Words by which people are addressed and that nobody is called by: Dr, Mr, господин, академик, الدكتور.

What may be a name as well, such as Imam, Pan and Myrza, is not among them: the record decides about it.
"""

from collections.abc import Sequence

_WORDS = """
mr mrs ms miss dr prof professor doctor academician president bishop archbishop
herr frau monsieur madame mme mlle señor señora sr sra pani sayın bayan
г-н г-на г-ну г-ном г-жа г-жи г-жу г-же г-жой гн гжа господин господина господину господином
госпожа госпожи госпожу госпоже госпожой гражданин гражданка товарищ
академик академика академику профессор профессора доктор доктора президент президента адвокат адвоката
журналист журналиста журналистка журналистки правозащитник правозащитника правозащитница
пане панові пані добродій
السيد السيدة الدكتور الدكتورة المهندس الأستاذ المحامي دكتور مهندس
"""
_TITLES = frozenset(_WORDS.split())


def without_titles(parts: Sequence[str]) -> list[str]:
    """The words of a query without titles; all of them where nothing else is left that is longer than an initial."""
    found = [part for part in parts if part.lower().strip(".,") not in _TITLES]
    return found if any(len(part.strip(".,")) > 1 for part in found) else list(parts)
