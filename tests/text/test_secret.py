"""Keys and passwords are cut out of what is shown; words and numbers stay."""

from __future__ import annotations

import pytest

from audit.text.secret import without_secrets


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("key ghp_16C7e42F292c6912E7710c838347Ae178B4a here", "key ghp_… here"),
        ("AKIAIOSFODNN7EXAMPLE", "AKIA…"),
        ("md5 9e107d9d372bb6826bd81d3542a419d6", "md5 9e10…"),
        ('{"api_key": "abcd-efgh"}', '{"api_key": "…"}'),
        ("password=hunter22,", "password=…,"),
        ("密码:abc123xyz", "密码:…"),
    ],
)
def test_keys_and_passwords_are_cut(text: str, shown: str) -> None:
    assert without_secrets(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Donaudampfschifffahrtsgesellschaft", "INTERNATIONALISATIONS", "case 20240302-0000000000001234",
        "12345678901234567890",
        "the secret of the lamp", "He forgot his password.", "山脚下的小镇本周开了一家书店,店主说,书架是用旧船板做的",
        "token ring",
    ],
)  # fmt: skip
def test_words_and_numbers_stay(text: str) -> None:
    assert without_secrets(text) == text
