#include "core/analysis/explanation.h"

namespace wardmote::analysis {

std::string_view keyOf(PairClass kind) {
    switch (kind) {
    case PairClass::recordedTwice:
        return "recorded_twice";
    case PairClass::parentAndSubGroup:
        return "parent_and_sub_group";
    case PairClass::succeeded:
        return "succeeded";
    case PairClass::possibleDuplicate:
        return "possible_duplicate";
    case PairClass::nested:
        return "nested";
    case PairClass::overlapping:
        return "overlapping";
    case PairClass::complementary:
        return "complementary";
    }
    return "";
}

std::string_view labelOf(PairClass kind) {
    switch (kind) {
    case PairClass::recordedTwice:
        return "Possibly recorded twice";
    case PairClass::parentAndSubGroup:
        return "Parent and sub-group";
    case PairClass::succeeded:
        return "Succeeded";
    case PairClass::possibleDuplicate:
        return "Possible duplicate";
    case PairClass::nested:
        return "Nested";
    case PairClass::overlapping:
        return "Overlapping";
    case PairClass::complementary:
        return "Complementary";
    }
    return "";
}

std::string_view keyOf(EvidenceKind kind) {
    switch (kind) {
    case EvidenceKind::namesAlike:
        return "names_alike";
    case EvidenceKind::purposesAlike:
        return "purposes_alike";
    case EvidenceKind::nameOfPart:
        return "name_of_part";
    case EvidenceKind::sameLead:
        return "same_lead";
    case EvidenceKind::sameVenue:
        return "same_venue";
    case EvidenceKind::samePattern:
        return "same_pattern";
    case EvidenceKind::sameWeek:
        return "same_week";
    case EvidenceKind::clash:
        return "clash";
    case EvidenceKind::sameIssue:
        return "same_issue";
    }
    return "";
}

} // namespace wardmote::analysis
