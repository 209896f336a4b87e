"""What a page gets while it is previewed."""

import pytest

from briefgen.serve.page import prepared
from briefgen.serve.watch import Watch

POLICIES = {
    "default-src 'none'": "default-src 'none'; script-src 'self'; connect-src 'self'",
    "script-src 'none'; connect-src 'none'": "script-src 'self'; connect-src 'self'",
    "script-src 'self'; connect-src 'self'": "script-src 'self'; connect-src 'self'",
    "script-src 'sha256-x'": "script-src 'self' 'sha256-x'; connect-src 'self'",
}


@pytest.mark.parametrize("policy", POLICIES)
def test_the_policy_is_widened_to_the_own_origin_only(policy):
    page = f'<head><meta http-equiv="Content-Security-Policy" content="{policy}"></head><body>x</body>'
    given = prepared(page.encode(), "abc").decode()
    assert f'content="{POLICIES[policy]}"' in given
    assert given.endswith('<script src="/.briefgen/reload.js?site=abc"></script></body>')


def test_a_page_without_a_body_or_policy_gets_the_script_at_its_end():
    assert prepared(b"<p>x", "abc") == b'<p>x<script src="/.briefgen/reload.js?site=abc"></script>'


def test_only_new_contents_are_a_change(project, monkeypatch):
    from briefgen.serve import watch

    monkeypatch.setattr(watch, "_observer", lambda: None)
    monkeypatch.setattr(watch, "LOOK_SECONDS", 0.02)
    made = project({"seeds/a.txt": "one"})
    looked = []
    monkeypatch.setattr(watch, "inputs_digest", lambda *_: looked.append(1) or (made.seeds / "a.txt").read_text())
    watched = Watch(made)
    watched.settle()
    (made.seeds / "a.txt").touch()
    (made.seeds / "a.txt").write_text("two!")
    watched.wait()
    assert len(looked) >= 2
    assert not watched.by_events
