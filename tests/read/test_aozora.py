"""E-books of Aozora Bunko lose their note, readings, remarks and colophon; a text that quotes the note stays."""

from __future__ import annotations

import pytest

from tests.read.reading import read

RULE = "-" * 55
NOTE = f"{RULE}\n【テキスト中に現れる記号について】\n\n《》：ルビ\n（例）櫓《ろ》\n{RULE}\n"
BOOK = f"""夜の渡し
――川の話――
原野はる
周一訳

{NOTE}

［＃ここから２字下げ］
　舟は｜櫓の音《ろのおと》を残して行った。※［＃「てへん＋劣」、第3水準1-84-77］の字もある。

　≪帰れ≫と誰かが言った。

底本：「原野はる集」見本書房
　　　1968（昭和43）年5月20日初版
入力：見本
"""


@pytest.mark.parametrize("codec", ["utf-8", "cp932"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_text_alone_is_read_with_its_title_and_author(tmp_path, codec, end):
    (found,) = read(tmp_path, "a.txt", BOOK.replace("\n", end).encode(codec))
    said = found.decoded.text
    assert "left out" in found.remark
    assert (found.stated.title, found.stated.author, found.stated.source) == ("夜の渡し", "原野はる", "青空文庫")
    assert "　舟は櫓の音を残して行った。※［＃「てへん＋劣」、第3水準1-84-77］の字もある。" in said
    assert "≪帰れ≫" in said
    assert not any(part in said for part in ("ルビ", "ろのおと", "字下げ", "底本", "見本", RULE))


@pytest.mark.parametrize(
    "text",
    [
        "青空文庫の本には【テキスト中に現れる記号について】という注がある。\n底本：とは何か。\n",
        f"{RULE}\n【テキスト中に現れる記号について】\n題も著者もない。\n",
    ],
)
def test_what_quotes_the_note_stays(tmp_path, text):
    (found,) = read(tmp_path, "a.txt", text.encode())
    assert (found.decoded.text if found.decoded else found.raw.decode()) == text
