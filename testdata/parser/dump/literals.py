0; 00; 0_0; 1; 12_345; 9223372036854775807; 9223372036854775808; 123456789012345678901234567890
0x0; 0XfF; 0x_dead_beef; 0o17; 0O_7; 0b101; 0B_1_0
0xffffffffffffffffffff
0.; .5; 1.5; 1_0.0_1; 1e3; 1E-3; 1e+3; 1.e3; .1e1; 1_0e1_0; 0e0; 00.5; 09.5; 09e1
1e16; 1e15; 123456789012345680.0; 1e-4; 1e-5; 0.0001; 1e22; 1e23; 5e-324; 1.7976931348623157e308; 1e400; 0.1
1j; 1.5J; 1e3j; 0j; 1_0j; .5j; 1e400j; 10000000000000000j; 09j
1if x else 2
'a'; "a"; '''a'''; """a"""
''; ""; ''''''; """"""
'a' "b" '''c'''
u'a'; U"a"; u'a' 'b'; 'a' u'b'
r'\n'; R"\n"; r'\''
b'a'; B"a"; br'\n'; Rb'\n'; b'a' b"b"; b'\xff\0\n\'"'; b""
'\a\b\f\n\r\t\v\\\'\"'
'\0\01\012\0123\377\400\777'
'\x41\u0041\U00000041\U0010ffff'
'\ud800'; '\udfff\ud800'; 'a\ud83d\ude00b'
'\N{BULLET}\N{LATIN SMALL LETTER A WITH ACUTE}\N{bullet}\N{CJK UNIFIED IDEOGRAPH-4E00}\N{HANGUL SYLLABLE GAG}'
'\N{LINE FEED}\N{NBSP}\N{EM DASH}\N{Greek Small Letter Alpha}\N{SPACE}'
'\q\8\d'
'a\
b'
'''a
b\
c
'''
"é€😀"; "\x7f\x80\xa0\xad"; "\u200b\u2028\ufeff\u3000"
'it\'s'; "it's"; 'say "it\'s"'
x = ('a'
     'b'  # comment
     "c")
"""doc
  indented
""".strip()
