#pragma once
#include "core/plan/field.h"

#include <string>
#include <vector>

namespace wardmote::plan {

/// A word, name or line of text in a list inside a record.
struct Words {
    std::string text;
    bool operator==(const Words&) const = default;
};
template<>
struct Schema<Words> {
    static constexpr std::array fields{field<&Words::text>("text", "Words", {.required = true})};
    static_assert(describesEveryCell<Words>());
};

/// What mechanisms are about; a plan starts with about twenty.
struct Theme {
    Id id = 0;
    std::string name;
    std::vector<Words> words;
    std::string notes;
    bool operator==(const Theme&) const = default;
};
template<>
struct Schema<Theme> {
    static constexpr std::string_view table = "theme";
    static constexpr std::array fields{
        field<&Theme::name>("name", "Name", {.aliases = "theme|topic|subject", .required = true}),
        field<&Theme::words>("words", "Words that mean it",
                             {.help = "What imported lists may call this theme."}),
        field<&Theme::notes>("notes", "Notes", {.longText = true}),
    };
    static_assert(describesEveryMember<Theme>());
};

/// A community that mechanisms engage: everyone, tenants, young people, the protected characteristics...
struct Audience {
    Id id = 0;
    std::string name;
    std::optional<bool> everyone;
    std::optional<bool> protectedCharacteristic;
    std::vector<Words> words;
    std::string notes;
    bool operator==(const Audience&) const = default;
};
template<>
struct Schema<Audience> {
    static constexpr std::string_view table = "audience";
    static constexpr std::array fields{
        field<&Audience::name>("name", "Name", {.aliases = "audience|community", .required = true}),
        field<&Audience::everyone>(
            "everyone", "Means everyone",
            {.help =
                 "Everyone overlaps every other audience, but counts half when mechanisms are compared."}),
        field<&Audience::protectedCharacteristic>("protected_characteristic", "Protected characteristic",
                                                  {.help = "One of those of the Equality Act 2010."}),
        field<&Audience::words>("words", "Words that mean it",
                                {.help = "What imported lists may call this audience."}),
        field<&Audience::notes>("notes", "Notes", {.longText = true}),
    };
    static_assert(describesEveryMember<Audience>());
};

/// A way in which one imported file shape was matched to fields, kept so that the next such file needs no
/// work.
struct ImportMatching {
    Id id = 0;
    std::string name;
    std::string shape;    ///< what identifies files of this shape: their column headings, normalised
    std::string matching; ///< JSON written and read by core/exchange
    std::string notes;
    bool operator==(const ImportMatching&) const = default;
};
template<>
struct Schema<ImportMatching> {
    static constexpr std::string_view table = "import_matching";
    static constexpr std::array fields{
        field<&ImportMatching::name>("name", "Name", {.required = true}),
        field<&ImportMatching::shape>("shape", "Column headings", {.hidden = true}),
        field<&ImportMatching::matching>("matching", "Matching", {.hidden = true}),
        field<&ImportMatching::notes>("notes", "Notes", {.longText = true}),
    };
    static_assert(describesEveryMember<ImportMatching>());
};

} // namespace wardmote::plan
