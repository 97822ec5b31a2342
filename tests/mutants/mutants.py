#!/usr/bin/env python3
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
"""Deliberate faults in the real code, and the tests that find them: see run.sh and mutants.toml.

Of each fault only the one source file is compiled, outside of the source tree, with the very command of the build. The
test is then linked with it before the libraries, so that it takes the place of the sound one; nothing else is built.
"""
import argparse
import concurrent.futures
import json
import os
import shlex
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SECONDS_OF_A_TEST = 120  # one that hangs has found the fault, too
SIMULATOR = "sprechtag-simulate"


class Broken(Exception):
    """The fault cannot be tried."""


class Build:
    def __init__(self, folder: Path):
        self.folder = folder
        self.commands = json.loads((folder / "compile_commands.json").read_text())
        self.link_commands: dict[str, list[str]] = {}
        self.programs = {path.name: path for path in folder.rglob("*")
                         if path.suffix == "" and path.is_file() and os.access(path, os.X_OK)}

    def program(self, test: str) -> Path:
        if test not in self.programs:
            raise Broken(f"{test} is not built in {self.folder}")
        return self.programs[test]

    def compile_command(self, source: Path, of_simulator: bool) -> tuple[list[str], str]:
        for entry in self.commands:
            command = shlex.split(entry["command"])
            target = command[command.index("-o") + 1]
            if Path(entry["file"]) == source and (SIMULATOR in target) == of_simulator:
                return command, target
        raise Broken(f"{source} is in no library of {self.folder}")

    def link_command(self, test: str) -> list[str]:
        if test not in self.link_commands:
            target = str(self.program(test).relative_to(self.folder))
            listed = subprocess.run(["ninja", "-t", "commands", "-s", target], cwd=self.folder, capture_output=True,
                                    text=True)
            lines = [line for line in listed.stdout.splitlines() if " -o " in line]
            if not lines:
                raise Broken(f"how {test} is linked is not known")
            # Ninja's own line is ": && <command> && :".
            self.link_commands[test] = shlex.split(lines[-1].removeprefix(": && ").split(" && ")[0])
        return list(self.link_commands[test])


def mutated(mutant: dict) -> str:
    text = (ROOT / mutant["file"]).read_text()
    if (times := text.count(mutant["old"])) != 1:
        raise Broken(f"what it changes stands {times} times in {mutant['file']}")
    return text.replace(mutant["old"], mutant["new"])


def run(command: list[str], folder: Path, what: str) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if done.returncode != 0:
        raise Broken(f"{what} failed:\n{(done.stdout + done.stderr)[-2000:]}")


def build(mutant: dict, builds: Build, scratch: Path) -> Path:
    """The test with the fault in it."""
    link = builds.link_command(mutant["test"])
    source = scratch / Path(mutant["file"]).name
    source.write_text(mutated(mutant))
    of_simulator = mutant["test"] == SIMULATOR
    command, target = builds.compile_command(ROOT / mutant["file"], of_simulator)
    faulty = scratch / "faulty.o"
    command[command.index("-o") + 1] = str(faulty)
    command[command.index("-c") + 1] = str(source)
    # A check that is gone may leave something unused: that is no reason to pass over the fault.
    run([*[word for word in command if word != "-Werror"], "-w"], builds.folder, "compiling")
    program = scratch / mutant["test"]
    link[link.index("-o") + 1] = str(program)
    if target in link:
        link[link.index(target)] = str(faulty)
    else:
        link.insert(link.index("-o"), str(faulty))
    run(link, builds.folder, "linking")
    return program


def passes(program: Path, mutant: dict) -> bool:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "TZ": "UTC", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    try:
        return subprocess.run([program, *mutant.get("arguments", [])], env=environment, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, timeout=SECONDS_OF_A_TEST).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def verdict(mutant: dict, builds: Build) -> tuple[bool, str]:
    try:
        with tempfile.TemporaryDirectory(prefix="sprechtag-mutant-") as folder:
            caught = not passes(build(mutant, builds, Path(folder)), mutant)
    except Broken as error:
        return False, f"{mutant['name']}: {error}"
    named = " ".join([mutant["test"], *mutant.get("arguments", [])])
    return caught, f"{mutant['name']}: {'caught' if caught else 'NOT FOUND'} by {named}"


def sound(mutants: list[dict], builds: Build) -> bool:
    """A test that fails without a fault finds nothing."""
    fine = True
    for test, arguments in sorted({(m["test"], tuple(m.get("arguments", []))) for m in mutants}):
        if not passes(builds.program(test), {"arguments": arguments}):
            print(f"{test} {' '.join(arguments)} fails without any fault")
            fine = False
    return fine


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=Path, default=ROOT / "build/ci")
    parser.add_argument("name", nargs="*")
    options = parser.parse_args()
    mutants = tomllib.loads((ROOT / "tests/mutants/mutants.toml").read_text())["mutant"]
    names = [mutant["name"] for mutant in mutants]
    if len(set(names)) != len(names) or set(options.name) - set(names):
        print("a name stands twice, or is of no mutant")
        return 2
    chosen = [mutant for mutant in mutants if not options.name or mutant["name"] in options.name]
    builds = Build(options.build.resolve())
    if not sound(chosen, builds):
        print(f"0 caught, {len(chosen)} missed")
        return 1
    caught = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as workers:
        for found, words in workers.map(lambda mutant: verdict(mutant, builds), chosen):
            caught += found
            print(words if found else f"MISSED {words}", flush=True)
    print(f"{caught} caught, {len(chosen) - caught} missed")
    return 0 if caught == len(chosen) else 1


if __name__ == "__main__":
    sys.exit(main())
