from tests.attacks.conftest import installed

__all__ = ["installed"]
