"""LibreOffice, without a window, on a profile of its own; and what stands in the PDF it makes."""

import os
import re
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path


@cache
def folder():
    return Path(tempfile.mkdtemp(prefix="respect-in-practice-"))


def forget():
    """Takes away what was made."""
    if folder.cache_info().currsize:
        shutil.rmtree(folder())
        folder.cache_clear()


def converted(files, extension, fonts=None):
    """The files in another format, made by one start of the program, in the order of the files; with
    these fonts alone, where a configuration of them is given."""
    to = Path(tempfile.mkdtemp(dir=folder()))
    # The name says which file it was: several may differ in their extension alone.
    taken = [shutil.copy(path, to / f"{number}{path.suffix}") for number, path in enumerate(files)]
    profile = (folder() / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--norestore"]
    command += ["--convert-to", extension, "--outdir", to, *taken]
    env = {**os.environ, "FONTCONFIG_FILE": str(fonts)} if fonts else None
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, env=env)
    assert done.returncode == 0, done.stderr
    return [to / f"{number}.{extension}" for number in range(len(taken))]


def pages(pdf):
    """The text of each page, in the order in which it was drawn."""
    command = ["pdftotext", "-raw", "-enc", "UTF-8", pdf, "-"]
    text = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode("utf-8")
    return text.split("\f")[:-1]


def families(pdf):
    """The first words of the names of the fonts in it."""
    told = subprocess.run(["pdffonts", pdf], check=True, capture_output=True, text=True, timeout=60).stdout
    names = [line.split()[0].split("+")[-1] for line in told.splitlines()[2:]]
    return {re.match("Carlito|DejaVu|Liberation|Noto|.*", name).group() for name in names}
