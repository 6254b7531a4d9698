"""Programs and logs with few signs are in no language; errands, verse and notices that look like them are."""

import pytest

from tests.measure.language.measured_texts import fact

PROGRAMS = {
    "Ruby": "def greet name\n  puts \"Ahoy #{name}\"\nend\n\ngreet 'Tove'\n",
    "Lua": "local function least(a, b)\n  if a < b then return a end\n  return b\nend\nprint(least(5, 3))\n",
    "Haskell": "module Quay where\n\nimport qualified Data.Map as Map\n\ndepths :: Map.Map String Double\n"
    "depths = Map.fromList pairs\n\nmain :: IO ()\nmain = do\n  rows <- getContents\n  print (parse rows)\n",
    "Docker": "FROM python:3.11\nWORKDIR /quay\nCOPY . .\nRUN pip install .\nCMD python -m quay\n",
    "assembler": "_start:\n  mov eax, 4\n  mov ebx, 1\n  mov ecx, msg\n  int 0x80\n",
    "Fortran": "program quay\n  implicit none\n  integer :: i\n  do i = 1, 10\n    total = total + i\n  end do\n"
    "  print *, total\nend program quay\n",
    "BASIC": '10 PRINT "AHOY"\n20 INPUT A$\n30 IF A$ = "Q" THEN END\n40 GOTO 20\n',
    "make": "all: quay\n\nquay: main.o\n\tcc -o quay m.o\n\ntest:\n\tgo test ./tables\n\nclean:\n\trm -f quay\n",
    "just": 'shell := "bash"\n\nbuild:\n    cargo build --release\n\ntest: build\n    cargo test\n\n'
    "publish tag:\n    git tag {{tag}}\n    git push --tags\n",
    "settings": "[Unit]\nDescription=Tide table service\nAfter=network.target\n\n# Kept alive\n[Service]\nUser=tides\n"
    "ExecStart=/usr/bin/tides\nRestart=on-failure\n",
    "root": "root@pier:~# apt-get install tides\nReading package lists... Done\nThe following packages will be new:\n"
    "  tides\nSetting up tides (1.4) ...\nroot@pier:~# exit\nlogout\n",
    "environment": "(.venv) $ pip install tides\nCollecting tides\nInstalling packages: tides\n(.venv) $ ls\ndata\n",
    "DOS": "C:\\>cd tides\nC:\\tides>dir\nnorth south\nC:\\tides>exit\n",
    "what commands say": "tove@quay:~$ tides --check\nAll tables of this harbour are up to date.\n"
    "tove@quay:~$ git status\nYour branch is behind the other one by two steps.\ntove@quay:~$\n",
    "session": "$ git clone https://example.org/quay.git\n$ cd quay\n$ make install\n$ quay --list\nida\n",
}
LOGS = {
    "service": "2024-03-03 04:12:07,113 INFO  [main] Starting server on port 8080\n"
    "2024-03-03 04:12:09,002 WARN  [pool-1] Slow query took 1532 ms\n"
    "2024-03-03 04:12:11,870 ERROR [worker-3] Failed to process message, retrying\n",
    "system": "Mar  3 04:12:07 quay systemd[1]: Started Session 311 of user tove.\n"
    "Mar  3 04:12:11 quay systemd[1]: Stopping tide table service...\n",
    "kernel": "[    0.004211] Memory available for programs\n[    1.204100] usb 1-1: new device found on the bus\n",
    "trace": 'Exception in thread "main" java.lang.IllegalStateException: the quay has no depth\n'
    "\tat org.example.Quay.depth(Quay.java:31)\n\tat org.example.Main.main(Main.java:9)\nCaused by: closed stream\n",
    "files": "total 12\ndrwxr-xr-x 4 tove tove 4096 May  3 10:12 .\n-rw-r--r-- 1 pia tove  812 May  3 10:12 tides.py\n",
    "container": "Step 1/2 : FROM python:3.12\n ---> 4b7c1f0d9e2a\nStep 2/2 : COPY tides .\nSuccessfully built 4b7c\n",
    "pairs": 'time="2024-03-04T10:02:11Z" level=info msg="starting controller"\n'
    'time="2024-03-04T10:02:12Z" level=warning msg="cache is stale"\n',
}
PROSE = {
    "errands": "call Ann\nopen account\nload dishwasher\nuse coupons\nreturn books\nprint tickets\nadd milk",
    "titles": "Fun facts\nfun things to do\nclass reunion\npackage tour\nprogram notes\nmodule one\nrecord store",
    "verse": "for love in winter,\nfor bread in spring,\nif you will, then sing;\nuntil the end of day.",
    "menus": "Open Settings -> Network -> Wi-Fi.\nEnter the password => press Join.\nIf it fails, then try again.",
    "diary": "10:02:11 The boat left the harbour.\n10:15:00 We saw two seals on the rocks.\n10:40:30 The wind turned.",
    "changes": "2024-03-04 10:02 Released the tables\n2024-03-05 11:15 Fixed the clock on the tower of the town hall",
    "notices": "WARNING: This ladder may tip over.\nWARNING: Do not stand on the last step.\nERROR is human.",
    "terms": "pier:\n\ta place where boats can land people and goods\nquay:\n\tthe same with a wall of stone or wood\n",
    "hints": "moving:\n    press the keys up/down to walk\nlooking:\n    press any letter and/or digit\n",
    "song": "[Verse]\nThe boats come in and the lights go out\n[Chorus]\nLove = the sea that the songs are about\n",
    "prices": "$ twenty for the boat and back, children free.\nWe paid by card, since nobody had any change left.\n",
    "changes beside signs": "quay (2.4-1) unstable; urgency=medium\n\n  * New upstream release. (Closes: #1037832)\n"
    "  * debian/rules: Drop the override of dh_auto_test, the tests pass now.\n  * Add a patch to build with GCC.\n\n"
    " -- Tove Lind <tove@example.org>  Mon, 14 Aug 2023 10:12:33 +0200\n",
    "lesson between commands": "$ pip install tides\n\nThis installs the program and everything that it needs.\n\n"
    "$ tides north\n\nNow you see the tides of the northern harbour, one line for each day.\n",
    "lesson": "To see which files are there, use ls:\nls -l\nIf you are lost, this tells you where you are:\npwd",
}


@pytest.mark.parametrize("text", [*PROGRAMS.values(), *LOGS.values()], ids=[*PROGRAMS, *LOGS])
def test_programs_and_logs_with_few_signs_are_in_no_language(text: str) -> None:
    assert fact(text, "language") == "zxx"


@pytest.mark.parametrize("text", PROSE.values(), ids=PROSE)
def test_prose_that_looks_like_a_program_or_a_log_is_in_its_language(text: str) -> None:
    assert fact(text, "language") == "en"
