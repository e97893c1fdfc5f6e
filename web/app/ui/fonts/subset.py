"""Cuts the variable face down to the characters, weights and features that pages use. Run by hand; see README.md."""

import sys

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

CHARACTERS = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "àâäçéèêëîïôöùûüÿœæñóÀÂÇÉÈÊËÎÏÔÙÛŒ«»’‘“”–—…·×°€•\u00a0←→"
)
# In thousandths of the type size: what is smaller is not seen, and costs bytes.
SMALLEST_KERN = 24


def cut(font: TTFont) -> TTFont:
    options = subset.Options()
    options.layout_features = ["kern", "tnum"]
    options.hinting = False
    options.name_IDs = [1, 2]
    options.notdef_outline = False
    options.drop_tables += ["MVAR", "STAT", "prep", "gasp"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[ord(character) for character in CHARACTERS])
    subsetter.subset(font)
    return font


source, result = sys.argv[1:]
face = cut(instancer.instantiateVariableFont(TTFont(source), {"wght": (400, 800)}))
# Kerning that varies with the weight is half of the file: taken once, in the middle.
still = cut(instancer.instantiateVariableFont(TTFont(source), {"wght": 650}))
face["GPOS"] = still["GPOS"]
del face["GDEF"]
for lookup in face["GPOS"].table.LookupList.Lookup:
    for table in lookup.SubTable:
        table = getattr(table, "ExtSubTable", table)
        if table.Format == 1:
            for pairs in table.PairSet:
                pairs.PairValueRecord = [
                    pair for pair in pairs.PairValueRecord if abs(pair.Value1.XAdvance) >= SMALLEST_KERN
                ]
                pairs.PairValueCount = len(pairs.PairValueRecord)
        else:
            for row in table.Class1Record:
                for pair in row.Class2Record:
                    if pair.Value1 and abs(pair.Value1.XAdvance or 0) < SMALLEST_KERN:
                        pair.Value1.XAdvance = 0
face.flavor = "woff2"
face.save(result)
