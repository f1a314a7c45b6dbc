"""The private sources file for Odoo is derived from the machine's own entries."""

from govhr.apt_sources import (
    Source,
    debian_main,
    parse_deb822,
    parse_one_line,
    read_machine,
    render,
)

KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"
STANZAS = f"""\
Types: deb deb-src
# a comment between fields
URIs: http://mirror.example/debian
Suites: bookworm bookworm-updates
Components: main contrib
Signed-By: {KEYRING}

Types: deb
URIs: http://mirror.example/debian-security
Suites: bookworm-security
Components: main
Signed-By: {KEYRING}
"""


def test_a_stanza_gives_one_source_for_each_suite():
    found = parse_deb822(STANZAS)

    assert [x.suite for x in found] == [
        "bookworm",
        "bookworm-updates",
        "bookworm-security",
    ]
    assert found[0] == Source(
        "http://mirror.example/debian", "bookworm", ("main", "contrib"), KEYRING
    )


def test_disabled_and_source_only_stanzas_are_left_out():
    assert parse_deb822(STANZAS.replace("Types: deb", "Enabled: no\nTypes: deb")) == []
    assert parse_deb822("Types: deb-src\nURIs: u\nSuites: s\nComponents: main\n") == []


def test_an_embedded_key_is_kept_with_its_line_breaks():
    text = (
        "Types: deb\nURIs: http://mirror.example/debian\nSuites: sid\n"
        "Components: main\n"
        "Signed-By:\n -----BEGIN PGP PUBLIC KEY BLOCK-----\n .\n mDMEZ\n"
    )

    (source,) = parse_deb822(text)

    assert "Signed-By: \n -----BEGIN PGP" in render(source, "sid")
    assert parse_deb822(render(source, "sid")) == [source]


def test_a_one_line_entry_is_read_with_and_without_options():
    text = (
        "# deb http://old.example/debian bookworm main\n"
        "deb http://mirror.example/debian bookworm main contrib # inline\n"
        f"deb [arch=amd64 signed-by={KEYRING}] http://mirror.example/debian sid main\n"
        "deb-src http://mirror.example/debian bookworm main\n"
    )

    assert parse_one_line(text) == [
        Source("http://mirror.example/debian", "bookworm", ("main", "contrib")),
        Source("http://mirror.example/debian", "sid", ("main",), KEYRING),
    ]


def test_debian_is_told_from_others_that_use_its_suite_names():
    other = Source("https://php.example/apt", "bookworm", ("main",), "/etc/php.gpg")
    debian = Source("http://mirror.example/debian/", "bookworm", ("main",))

    assert debian_main([other, debian]) == debian
    assert debian_main([other]) is None


def test_updates_and_security_are_not_the_archive_itself():
    sources = parse_deb822(STANZAS)[1:]

    assert debian_main(sources) is None


def test_only_the_suite_changes_in_the_derived_entry():
    text = render(parse_deb822(STANZAS)[0], "sid")

    assert text == (
        "Types: deb\nURIs: http://mirror.example/debian\nSuites: sid\n"
        f"Components: main\nSigned-By: {KEYRING}\n"
    )


def test_both_kinds_of_files_of_a_machine_are_read(tmp_path):
    (tmp_path / "sources.list.d").mkdir()
    (tmp_path / "sources.list").write_text(
        "deb http://a.example/debian bookworm main\n"
    )
    (tmp_path / "sources.list.d" / "b.sources").write_text(STANZAS)
    (tmp_path / "sources.list.d" / "c.list.disabled").write_text(
        "deb http://c s main\n"
    )

    assert [x.uri for x in read_machine(tmp_path)] == [
        "http://a.example/debian",
        "http://mirror.example/debian",
        "http://mirror.example/debian",
        "http://mirror.example/debian-security",
    ]
