#pragma once
#include "core/base/result.h"
#include "core/plan/plan.h"

#include <QString>

/// One field's content between a plan and a screen: as it is shown, as it is copied, as it is typed.
namespace wardmote::ui {

/// What stands for "not recorded" in a narrow cell; assistive technology is told the words.
QString notRecordedDash();

/// As a person reads it: plan::inWords, and recurrences in words. Empty while nothing is recorded.
std::string shownWords(const plan::Plan& plan, const plan::FieldInfo& field, const plan::Value& value);
QString shownText(const plan::Plan& plan, const plan::FieldInfo& field, const plan::Value& value);

/// As a person would type it into an editor: shownText, but numbers plain and money in pounds without a sign.
QString typedText(const plan::Plan& plan, const plan::FieldInfo& field, const plan::Value& value);

/// As it goes to the clipboard: choices and yes or no in words, everything else in the form of an exported
/// cell, which reads back without loss.
QString copiedText(const plan::Plan& plan, const plan::FieldInfo& field, const plan::Value& value);

/// Reads what was typed or pasted, in the form of an exported cell or as people write it. Blank and a lone
/// dash are "not recorded". The Error says what can't be read and what would be.
Result<plan::Value> readTyped(const plan::Plan& plan, const plan::FieldInfo& field, const QString& text);

/// "Length (hours)": the label with its unit.
QString headingOf(const plan::FieldInfo& field);

/// Right-aligned, sorted by size.
bool isNumeric(const plan::FieldInfo& field);
/// False for what no cell can take: boundaries.
bool isEditable(const plan::FieldInfo& field);
/// A list whose rows are only what they link to (areas, themes) or only a word (other names).
bool isPlainList(const plan::FieldInfo& field);
/// A list whose rows say more of the link (attendance, spending).
bool isTableList(const plan::FieldInfo& field);

/// The fields that screens show: all but the program's own.
std::vector<const plan::FieldInfo*> shownFields(plan::RecordKind kind);

/// "Mechanism" of "mechanism".
QString capitalised(QString words);
/// "1 mechanism", "12 mechanisms".
QString countOf(plan::RecordKind kind, std::size_t count);
QString qtext(std::string_view utf8);

} // namespace wardmote::ui
