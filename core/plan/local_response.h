#pragma once
#include "core/plan/cluster.h"

namespace wardmote::plan {

enum class LocalView : std::uint8_t { supports, objects, noView, noneYet };
template<>
inline constexpr auto choicesOf<LocalView> = std::to_array<Choice>({
    {"supports", "Supports"},
    {"objects", "Objects"},
    {"no_view", "No view"},
    {"none_yet", "None yet"},
});

/// What a parish or town council, or a residents' group, said of an arrangement for its area.
struct LocalResponse {
    Id id = 0;
    std::string name; ///< who responds: "Saltford Parish Council"
    Ref<Arrangement> arrangement;
    Ref<Area> area;
    std::optional<LocalView> view;
    std::string minuteReference;
    std::string words;
    std::optional<Date> respondedOn;
    std::string notes;
    std::string source;
    std::string sourceKey;
    bool operator==(const LocalResponse&) const = default;
};
template<>
struct Schema<LocalResponse> {
    using R = LocalResponse;
    static constexpr std::string_view table = "local_response";
    static constexpr std::array fields{
        field<&R::name>("name", "Who responds",
                        {.help = "The parish or town council, or the residents' group.",
                         .aliases = "respondent|local council|body",
                         .required = true}),
        field<&R::arrangement>("arrangement", "Arrangement", {.aliases = "option"}),
        field<&R::area>("area", "Area", {.aliases = "parish|ward"}),
        field<&R::view>("view", "View", {.aliases = "response|position"}),
        field<&R::minuteReference>("minute_reference", "Minute reference", {.aliases = "minute"}),
        field<&R::words>("words", "In its words", {.aliases = "comment|comments", .longText = true}),
        field<&R::respondedOn>("responded_on", "Date", {.aliases = "date of response"}),
        field<&R::notes>("notes", "Notes", {.longText = true}),
        field<&R::source>("source", "Source"),
        field<&R::sourceKey>("source_key", "Source's own id"),
    };
    static_assert(describesEveryMember<R>());
};

} // namespace wardmote::plan
