#pragma once
#include "core/plan/value.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

/// How a record type is described once. A record is a plain struct whose first member is `Id id`; its
/// Schema<R> specialisation names the table and lists one Field for each further member:
///
///     template<> struct Schema<Theme> {
///         static constexpr std::string_view table = "theme";
///         static constexpr std::array fields{ field<&Theme::name>("name", "Name", {.required = true}), ...
///         };
///     };
///
/// Store, tables, forms, import, export, history wording, validation and comparison all read that list.
namespace wardmote::plan {

enum class FieldKind : std::uint8_t {
    text,
    longText,
    integer,
    number,
    money,
    flag,
    date,
    time,
    choice,
    reference,
    links,
    recurrence,
    shape
};

/// One of a fixed list of answers. The key is what is stored and exported, and never changes.
struct Choice {
    std::string_view key;
    std::string_view label;
};

/// The answers of an enumeration, in the order of its enumerators; specialised beside each enumeration.
template<class E>
inline constexpr std::array<Choice, 0> choicesOf{};

/// What is said about a field beside its key and label. Everything may be left out.
struct FieldRules {
    std::string_view help{};    ///< one sentence for the person who fills it in
    std::string_view unit{};    ///< "hours", "ha", "£"; empty for plain counts
    std::string_view group{};   ///< heading under which a form shows it; empty: the first group
    std::string_view aliases{}; ///< other column headings it is known by, lower case, separated by '|'
    bool required = false;
    bool longText = false; ///< a text of several lines
    bool personal = false; ///< names or contacts a person: left out of stripped copies
    bool hidden = false;   ///< for the program itself: not in tables, forms and exports by default
    std::optional<double> minimum{};
    std::optional<double> maximum{};
};

struct FieldInfo {
    std::string_view key; ///< column name in the plan file and heading in exports
    std::string_view label;
    FieldKind kind;
    FieldRules rules;
    std::span<const Choice> choices;       ///< of a choice
    RecordKind target;                     ///< of a reference
    std::span<const FieldInfo> linkFields; ///< of links: the cells; [0] is the key
    const char* member;                    ///< tells members apart: see fieldFor
    Value (*get)(const void* record);
    /// False, and nothing changed, if the value is of the wrong kind for the field.
    bool (*set)(void* record, const Value& value);
};

template<class R>
struct Schema;

namespace detail {

template<class T>
struct MemberOf;
template<class C, class T>
struct MemberOf<T C::*> {
    using Record = C;
    using Type = T;
};

template<class T>
inline constexpr bool isOptional = false;
template<class T>
inline constexpr bool isOptional<std::optional<T>> = true;
template<class T>
inline constexpr bool isRef = false;
template<class R>
inline constexpr bool isRef<Ref<R>> = true;
template<class T>
inline constexpr bool isVector = false;
template<class L>
inline constexpr bool isVector<std::vector<L>> = true;

template<class T>
struct RefTarget {
    static constexpr RecordKind kind = RecordKind::settings;
};
template<class R>
struct RefTarget<Ref<R>> {
    static constexpr RecordKind kind = recordKind<R>;
};

template<class T>
consteval FieldKind kindOf(const FieldRules& rules) {
    if constexpr (isOptional<T>) {
        return kindOf<typename T::value_type>(rules);
    } else if constexpr (std::is_same_v<T, bool>) {
        return FieldKind::flag;
    } else if constexpr (std::is_enum_v<T>) {
        return FieldKind::choice;
    } else if constexpr (std::is_integral_v<T>) {
        return FieldKind::integer;
    } else if constexpr (std::is_floating_point_v<T>) {
        return FieldKind::number;
    } else if constexpr (std::is_same_v<T, Money>) {
        return FieldKind::money;
    } else if constexpr (std::is_same_v<T, Date>) {
        return FieldKind::date;
    } else if constexpr (std::is_same_v<T, Time>) {
        return FieldKind::time;
    } else if constexpr (isRef<T>) {
        return FieldKind::reference;
    } else if constexpr (isVector<T>) {
        return FieldKind::links;
    } else if constexpr (std::is_same_v<T, Recurrence>) {
        return FieldKind::recurrence;
    } else if constexpr (std::is_same_v<T, ShapeRef>) {
        return FieldKind::shape;
    } else {
        static_assert(std::is_same_v<T, std::string>, "a member of a type that no field kind stands for");
        return rules.longText ? FieldKind::longText : FieldKind::text;
    }
}

template<class T>
struct EnumOf {
    using Type = void;
};
template<class T>
requires std::is_enum_v<T>
struct EnumOf<T> {
    using Type = T;
};
template<class T>
struct EnumOf<std::optional<T>> : EnumOf<T> {};

template<class T>
constexpr std::span<const Choice> choicesFor() {
    using E = typename EnumOf<T>::Type;
    if constexpr (std::is_void_v<E>) {
        return {};
    } else {
        static_assert(!choicesOf<E>.empty(), "an enumeration without choices");
        return choicesOf<E>;
    }
}

template<class T>
constexpr std::span<const FieldInfo> linkFieldsFor() {
    if constexpr (isVector<T>) {
        return Schema<typename T::value_type>::fields;
    } else {
        return {};
    }
}

/// Lists inside a record are sets: in the order of their key cell, the first of equal keys kept. So two equal
/// records have equal values, however they were typed.
void sortByKey(Links& links);

template<class T>
Value toValue(const T& member) {
    if constexpr (isOptional<T>) {
        return member ? toValue(*member) : Value{};
    } else if constexpr (std::is_same_v<T, bool>) {
        return member;
    } else if constexpr (std::is_enum_v<T>) {
        return std::string(choicesOf<T>[static_cast<std::size_t>(member)].key);
    } else if constexpr (std::is_integral_v<T>) {
        return static_cast<std::int64_t>(member);
    } else if constexpr (std::is_floating_point_v<T>) {
        return static_cast<double>(member);
    } else if constexpr (std::is_same_v<T, Money>) {
        return member.pence;
    } else if constexpr (std::is_same_v<T, Date> || std::is_same_v<T, Time>) {
        return member.iso();
    } else if constexpr (isRef<T>) {
        return member.id == 0 ? Value{} : Value{member.id};
    } else if constexpr (std::is_same_v<T, Recurrence>) {
        return member.rule.empty() ? Value{} : Value{member.rule};
    } else if constexpr (std::is_same_v<T, ShapeRef>) {
        return member ? Value{member} : Value{};
    } else if constexpr (isVector<T>) {
        if (member.empty()) {
            return Value{};
        }
        Links links;
        links.reserve(member.size());
        for (const auto& row : member) {
            Link link;
            for (const auto& cell : Schema<typename T::value_type>::fields) {
                link.cells.push_back(cell.get(&row));
            }
            links.push_back(std::move(link));
        }
        sortByKey(links);
        return links;
    } else {
        return member.empty() ? Value{} : Value{member};
    }
}

template<class T>
bool fromValue(const Value& value, T& member) {
    if constexpr (isOptional<T>) {
        if (!isRecorded(value)) {
            member.reset();
            return true;
        }
        typename T::value_type content{};
        if (!fromValue(value, content)) {
            return false;
        }
        member = std::move(content);
        return true;
    } else if constexpr (std::is_same_v<T, bool>) {
        const auto* flag = std::get_if<bool>(&value);
        return flag ? (member = *flag, true) : false;
    } else if constexpr (std::is_enum_v<T>) {
        const auto* key = std::get_if<std::string>(&value);
        for (std::size_t i = 0; key && i < choicesOf<T>.size(); ++i) {
            if (choicesOf<T>[i].key == *key) {
                member = static_cast<T>(i);
                return true;
            }
        }
        return false;
    } else if constexpr (std::is_integral_v<T>) {
        const auto* number = std::get_if<std::int64_t>(&value);
        return number ? (member = static_cast<T>(*number), true) : false;
    } else if constexpr (std::is_floating_point_v<T>) {
        if (const auto* whole = std::get_if<std::int64_t>(&value)) {
            member = static_cast<T>(*whole);
            return true;
        }
        const auto* number = std::get_if<double>(&value);
        return number ? (member = static_cast<T>(*number), true) : false;
    } else if constexpr (std::is_same_v<T, Money>) {
        const auto* pence = std::get_if<std::int64_t>(&value);
        return pence ? (member.pence = *pence, true) : false;
    } else if constexpr (std::is_same_v<T, Date> || std::is_same_v<T, Time>) {
        const auto* iso = std::get_if<std::string>(&value);
        const auto read = iso ? T::fromIso(*iso) : std::nullopt;
        return read ? (member = *read, true) : false;
    } else if constexpr (isRef<T>) {
        const auto* id = std::get_if<std::int64_t>(&value);
        member.id = id ? *id : 0;
        return id || !isRecorded(value);
    } else if constexpr (std::is_same_v<T, Recurrence>) {
        const auto* rule = std::get_if<std::string>(&value);
        member.rule = rule ? *rule : std::string{};
        return rule || !isRecorded(value);
    } else if constexpr (std::is_same_v<T, ShapeRef>) {
        const auto* shape = std::get_if<ShapeRef>(&value);
        member = shape ? *shape : nullptr;
        return shape || !isRecorded(value);
    } else if constexpr (isVector<T>) {
        const auto* links = std::get_if<Links>(&value);
        if (!links && isRecorded(value)) {
            return false;
        }
        T rows;
        Links sorted = links ? *links : Links{};
        sortByKey(sorted);
        for (const auto& link : sorted) {
            typename T::value_type row{};
            const auto& cells = Schema<typename T::value_type>::fields;
            for (std::size_t i = 0; i < cells.size() && i < link.cells.size(); ++i) {
                // What is not recorded stays as a new row has it: some cells have no "not recorded".
                if (isRecorded(link.cells[i]) && !cells[i].set(&row, link.cells[i])) {
                    return false;
                }
            }
            rows.push_back(std::move(row));
        }
        member = std::move(rows);
        return true;
    } else {
        const auto* text = std::get_if<std::string>(&value);
        member = text ? *text : std::string{};
        return text || !isRecorded(value);
    }
}

/// One address for each member of each record.
template<auto Member>
inline constexpr char memberTag = 0;

struct AnyMember {
    template<class T>
    operator T() const;
};

} // namespace detail

/// How many members the aggregate R has.
template<class R, class... A>
consteval std::size_t memberCount() {
    if constexpr (requires { R{A{}..., detail::AnyMember{}}; }) {
        return memberCount<R, A..., detail::AnyMember>();
    } else {
        return sizeof...(A);
    }
}

template<auto Member>
consteval FieldInfo field(std::string_view key, std::string_view label, FieldRules rules = {}) {
    using R = typename detail::MemberOf<decltype(Member)>::Record;
    using T = typename detail::MemberOf<decltype(Member)>::Type;
    return {key,
            label,
            detail::kindOf<T>(rules),
            rules,
            detail::choicesFor<T>(),
            detail::RefTarget<T>::kind,
            detail::linkFieldsFor<T>(),
            &detail::memberTag<Member>,
            [](const void* record) { return detail::toValue(static_cast<const R*>(record)->*Member); },
            [](void* record, const Value& value) {
                return detail::fromValue(value, static_cast<R*>(record)->*Member);
            }};
}

/// True if a description names every member of its record but the id. Checked where records are registered.
template<class R>
consteval bool describesEveryMember() {
    return Schema<R>::fields.size() + 1 == memberCount<R>();
}
/// The same for the rows of a list inside a record, which have no id.
template<class L>
consteval bool describesEveryCell() {
    return Schema<L>::fields.size() == memberCount<L>();
}

} // namespace wardmote::plan
