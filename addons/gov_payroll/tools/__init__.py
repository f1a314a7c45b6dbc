from . import num2words_zh
