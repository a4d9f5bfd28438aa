"""The proxy is the one that the machine names, and none where it names none."""

import pytest

from site_gen.outside.proxy import system_proxy


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    monkeypatch.setenv("no_proxy", "inside.example")


@pytest.mark.parametrize(
    ("url", "proxy"),
    [
        pytest.param("https://a.example/", "http://proxy.example:3128", id="of-its-scheme"),
        pytest.param("http://a.example/", None, id="of-another-scheme"),
        pytest.param("https://www.inside.example/", None, id="excepted"),
        pytest.param("https://[", None, id="no-address"),
    ],
)
def test_proxy_of_an_address(url: str, proxy: str | None) -> None:
    assert system_proxy(url) == proxy
