#pragma once
#include "core/plan/meeting.h"

namespace wardmote::plan {

/// One row of a partner's list as she last sent it.
struct PartnerListRow {
    std::string key; ///< the record's id where the row bears one, else her own name for it
    Ref<Mechanism> mechanism;
    std::string content; ///< cells as JSON: {"field": "text as she wrote it", ...}
    bool operator==(const PartnerListRow&) const = default;
};
template<>
struct Schema<PartnerListRow> {
    static constexpr std::array fields{
        field<&PartnerListRow::key>("row_key", "Row", {.required = true}),
        field<&PartnerListRow::mechanism>("mechanism", "Mechanism"),
        field<&PartnerListRow::content>("content", "As she wrote it"),
    };
    static_assert(describesEveryCell<PartnerListRow>());
};

/// A list of her mechanisms that a partner was sent or sent back: what her next list is compared with.
struct PartnerList {
    Id id = 0;
    std::string name;
    Ref<Organisation> partner;
    Ref<FootprintSet> footprintSet; ///< her own areas, into which her list is written
    std::optional<Date> sentOn;
    std::optional<Date> receivedOn;
    std::string fileName;
    std::vector<PartnerListRow> rows;
    std::string notes;
    bool operator==(const PartnerList&) const = default;
};
template<>
struct Schema<PartnerList> {
    using R = PartnerList;
    static constexpr std::string_view table = "partner_list";
    static constexpr std::array fields{
        field<&R::name>("name", "List", {.required = true}),
        field<&R::partner>("partner", "Partner"),
        field<&R::footprintSet>("footprint_set", "Her areas",
                                {.help = "The footprints by which she names places: beats, divisions."}),
        field<&R::sentOn>("sent_on", "Sent on"),
        field<&R::receivedOn>("received_on", "Received on"),
        field<&R::fileName>("file_name", "File"),
        field<&R::rows>("rows", "Rows", {.hidden = true}),
        field<&R::notes>("notes", "Notes", {.longText = true}),
    };
    static_assert(describesEveryMember<R>());
};

} // namespace wardmote::plan
