"""Words of skill names that are right, though they look like another word misspelt."""

from __future__ import annotations

from typing import Final

RIGHT_WORDS: Final = frozenset(
    """
    abduction accent action addition adduction aesthetic alkane alkene anesthetic angel angle arms ascent assert
    asserting asset assorting auction audition banding beaching beekeeping bending binding bleaching blending
    blinding boiling bonding bookkeeping bounding braking branching branding breadth breaking breath bride
    bridge broiling brunching caching calendar calibration canal career carer carnal casting casual catching
    catering causal cause celebration choral clause cleaning cleansing coaching coarse coasting coating
    colleague college collision collusion comic command commanding commend commending comment commenting compete
    competing competition complement complete completing compliment composing composting compress compressing
    comprise comprising computation compute computing concession confection confession confirm conform
    connection constricting constriction constructing construction contact contacting contention contest context
    contiguous continuous contract contracting contrast contrasting convection convention conveying conviction
    convoying coral cosmic costing costumer country county course cover covert crafting crate cratering crating
    create creation cremation customer customs cylinder daemon dairy decide decode deducing deducting defective
    deleting deletion demon demote denote department depleting deportment deprivation derivation deriving desert
    dessert destruction detective deviation devotion diary dilation dilution discounting dismounting distraction
    driving droning drowning dysphagia dysphasia ejection election electron eternal ethane ethene ethic ethnic
    evacuation evaluation evolution expanding expending expert export extend extent external faction farmer
    farming fatality festering fiction filing filling foraging forging former fostering founding foundling
    fraction fragility framing friction frugality funding futility gilding gliding goods gradation graduation
    grafting grating groping grouping growing growling handing handling historic hoisting hoping hopping hostel
    hosting hotel https humidity humility hysteric identify identity immunity impunity infection inferior
    infesting inflection injection insulating insulting intention inter interior interjection intern internal
    intersection interval invention inventor investing investor iodisation iodization ionisation ionization
    irrigation irritation joining jointing lateral lather launch lawyer layer leader leaning learning leather
    lens letter lighting lightning literal litter loader local locale loose lose lunch macrobiology
    macroeconomic macroscopic maintain marital martial massage mastering mastery material maternal means media
    median mediation medication meditation mental message metal microbiology microeconomic microscopic money
    monkey mooring moral morning mortal motoring mountain mourning mustering mystery nestjs neural neutral news
    nextjs nitrate nitrite oncology ontology packet paining painting panning panting parameter paring parity
    parring party patent patient perimeter perineal peroneal personal personnel phase phasing phrase phrasing
    picking pickling piecing piercing plane planer planet planing planking planner planning plant planting
    plating pleating plotting plumping pocket police policy portion potion potting powder power precision
    prediction preposition price prince procession processor production profession professor projection
    proposition prostate prostrate protection pumping racket radial radical ratio ration rational rationale
    reallocating receiver recover refining refraction regression reigning reining relay relieving reliving
    relocating remainder reminder replay repression resent reset resolution retraction revolution rocket
    roosting rooting rotating rotting salting sample sampling sanding sapling scanner scenario scraping
    scrapping sealing seaming section seeding selling series serving setting settling shaping sharing sharping
    shearing shelling shifting shipping sifting sighting signing simple simulating simulation singing sipping
    slating slicing slighting slinging slipping sorting sourcing souring sparing sparring spaying speeding
    spelling splicing sporting spraying stable stacking staining staking stale standing staring starring
    starting starving state stating statue statute stealing steam steaming stimulating stimulation stocking
    stoking storing storming straining strapping stream streaming stricture striping stripping structure suction
    sulfate sulfide sulfite sulphate sulphide sulphite swerving tacking tailing tampering taping tapping tasting
    tempering tending thread threading threat tier tiling tilling timber timer tire toasting topical topography
    tracing tracking trading trail trailing transaction transection trapping treading treat trending trial
    triple triplet tropical typical typography underlining undermining vacation valuation vector victor
    violation vocation waiter wandering warp water weighing weighting welding wielding wondering wrap writhing
    writing
    """.split()  # noqa: SIM905 - a list of 560 quoted words is harder to read and to add to
)
"""Two different words of these are never one misspelt; one of them and a word that isn't here may be."""
