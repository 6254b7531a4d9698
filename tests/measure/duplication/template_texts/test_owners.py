"""Licences whose first words name other owners are no copies, whatever heading stands above; copies of one are."""

from __future__ import annotations

from typing import Final

import pytest

from tests.measure.duplication.template_texts.test_filled_in import told_apart

_TERMS: Final = (
    "You may use, lend and change this work, whether for money or not, as long as this page goes with it and your own "
    "changes are marked as such. The name of the maker may not be used to praise what you have made of it without "
    "being asked in writing. The work comes as it is. Nobody answers for damage that it does, nor for what it fails "
    "to do, even if told beforehand that such a thing might happen."
)
_FORM: Final = "Form: https://forms.example/docs/copyright-form/1\nHome: https://pump.example/\n"
_OTHER_FORM: Final = "Name: sluice\nContact: Owen Tarn\n\nFiles: *\nCopyright: 2014, Owen Tarn <o@sluice.example>\n\n"
_LINES: Final = "What came later is under the same ones, which are printed below.\n\nThe Sparrow Licence\n\n"
_OF_MANY: Final = "Copyright Contributors to the Sluice.\n\n"
_HEADS: Final = [
    ("Copyright 2014 Umber\n\n", "Kestrel Terms, Second Text\n\nCopyright (c) 2004 Infold. All rights reserved.\n\n"),
    ("The Sparrow Licence\n\nCopyright (c) 2011-2019 the Marl team\n\n", "Copyright 2020, Ada Thorne\n\n"),
    (f"{_FORM}Name: pump\n\nFiles: *\nCopyright: 2010-2011, Mara Quill <mara@pump.example>\n\n", _FORM + _OTHER_FORM),
    (f"The pump and its handle are under these terms. {_LINES}Copyright (c) Mara Quill\n\n", f"{_OF_MANY}{_LINES}"),
    ("Copyright © 2008 by Hollis & Sons.\n", "The pump is under these terms:\n\nCopyright (c) 2016 Wen Fairlie\n"),
]
# Who prints or hosts a copy is not its owner; nor is there another where the text names none.
_SAME: Final = [
    ("Copyright 2014 Umber\n\n", "The Sparrow Licence\n\nCopyright (c) 2014 Umber. All rights reserved.\n\n"),
    ("Copyright 2014 Umber\n\n", ""),
    ("The Sparrow Licence\n\n", "Copyright (c) Umber\n\n"),
    ("Copyright 2014 Umber\n\n", "Copyright reserved by law\n\n"),
    ("Copyright 2014 Umber\nCopyright 2016 Ada Thorne\n\n", "Copyright 2016 Ada Thorne\n\n"),
]


@pytest.mark.parametrize("heads", _HEADS)
def test_licences_of_other_owners_are_told_apart(heads: tuple[str, str]) -> None:
    one, other = (head + _TERMS for head in heads)
    assert told_apart([(one, other), (other, one)]) == [True, True]


@pytest.mark.parametrize("heads", _SAME)
def test_copies_of_one_licence_are_not(heads: tuple[str, str]) -> None:
    one, other = (head + _TERMS for head in heads)
    assert told_apart([(one, other), (other, one)]) == [False, False]


def test_a_line_below_a_copy_is_its_publisher_s() -> None:
    one, other = (f"{_TERMS}\n\nCopyright {year} {site}" for year, site in ((2014, "Bay Post"), (2020, "Marl Courier")))
    assert told_apart([(one, other)]) == [False]
