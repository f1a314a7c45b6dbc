from . import test_try
