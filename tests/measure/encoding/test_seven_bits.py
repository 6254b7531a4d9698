"""Text whose eighth bits were cut off, and letters that are signs in national variants of ASCII."""

import pyarrow as pa
import pytest

from audit.measure.encoding.characters import encoding

DE = "Die Schüler hörten später, daß für die nächsten Bücher ein größerer Schrank gebraucht würde."
SV = "Lärarna går över ängen, och också barnen är där; från sjön hörs det på kvällen när någon ror."
RU = "Я думаю, что сейчас ещё рано. Чтобы понять, нужно очень долго читать это письмо; если хочешь, приходи вечером."
RU_WINDOWS = "Мы знали, что была зима, а когда стало тепло, дети вышли на улицу и сказали, какая была погода."
ZH = "村里的合作社打算再买一台烘干机，今年的产量比去年高了两成，大家商量了一个晚上，谁也没有先走。明年还要再买。"
JA = "村の人たちは今年もう一台の機械を買うつもりで、みんなで夜おそくまで話しあいました。来年も買います。"


def cut(text: str, codec: str) -> str:
    return bytes(byte & 0x7F for byte in text.encode(codec)).decode()


CUT = {
    "German": cut(DE, "latin-1"),
    "German variant": DE.translate(str.maketrans("äöüß", "{|}~")),
    "Swedish variant": SV.translate(str.maketrans("åäö", "}{|")),
    "KOI8-R": cut(RU, "koi8-r"),
    "Windows-1251": cut(RU_WINDOWS, "cp1251").replace("\x7f", ""),
    "GB 2312": cut(ZH, "gb2312"),
    "EUC-JP": cut(JA, "euc_jp"),
}
SILENT = {
    "Markdown": "Use `foo`, x`y`z and a|b|c as in {start|stop|restart}, with foo|bar|baz or x^2 and A^B_C^D.",
    "TeX": r"\frac{a}{b} \textbf{foo}bar \emph{f}ür uns, \cite{alt}und{neu} and $x^{2}_{i}$, f{a}b{c}d{e}f",
    "JSON": '{"a":{"b":"c|d"},"e":["f`g"],"key|name|value":{"one}two{three":1}}',
    "syllables": "Früh|jahr, Wan|de|rung, Ent|wick|lung, ge|hen, Mau|er, Haus|tür, schrei|ben, le|sen",
    "links": "[[Paris|la ville]] [[Rom|die Stadt]]mauer {{cite|web|title}} {{lang|de|für}}uns",
    "Arabic names": "The Qur`an, Sa`id, Ka`ba, Shi`a, Ba`th, Isma`il, Mu`tazila, al-Ma`arri, da`wa and shari`a",
    "programs": "select a||b||c from t where x^y; sort|uniq|wc; if(a){b}else{c}; MAX^MIN^AND^OR",
    "curses": "!#$%!#$%!#$%!#$%!#$%!#$%!#$%!#$%!#$%!#$%!#$%!#$%",
    "cells": "#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,0!!#0",
    "a key": "0>GoMaster#,=x2V?b!#!#0>GoMaster#,=x2V?b!#!#0>GoMaster#,=x2V?b!#!#",
}


def counted(text: str) -> int:
    table = pa.table({"text": pa.array([text], pa.large_string())})
    return encoding(table).columns["html_entities"].to_pylist()[0]


@pytest.mark.parametrize("name", CUT)
def test_letters_without_their_eighth_bit_are_counted(name: str) -> None:
    assert counted(CUT[name]) > 0


@pytest.mark.parametrize("name", SILENT)
def test_signs_between_letters_are_signs(name: str) -> None:
    assert counted(SILENT[name]) == 0
