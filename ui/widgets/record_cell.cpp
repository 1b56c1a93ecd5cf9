#include "ui/widgets/record_cell.h"

#include "core/exchange/cell_text.h"
#include "core/plan/wording.h"
#include "core/recurrence/rule.h"
#include "core/recurrence/words.h"
#include "core/text/values.h"

#include <QCoreApplication>
#include <QLocale>

namespace wardmote::ui {
namespace {

using plan::FieldKind;

QString plainNumber(double number) {
    return QString::number(number, 'g', 12);
}

} // namespace

QString qtext(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString notRecordedDash() {
    return QStringLiteral("–");
}

std::string shownWords(const plan::Plan& plan, const plan::FieldInfo& field, const plan::Value& value) {
    const auto* rule = std::get_if<std::string>(&value);
    return field.kind == FieldKind::recurrence && rule ? recurrence::inWords(plan::Recurrence{*rule})
                                                       : plan::inWords(plan, field, value);
}

QString shownText(const plan::Plan& plan, const plan::FieldInfo& field, const plan::Value& value) {
    return qtext(shownWords(plan, field, value));
}

QString typedText(const plan::Plan& plan, const plan::FieldInfo& field, const plan::Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        if (field.kind == FieldKind::money) {
            return *whole % 100 == 0 ? QString::number(*whole / 100)
                                     : QString::number(static_cast<double>(*whole) / 100, 'f', 2);
        }
        if (field.kind == FieldKind::integer) {
            return QString::number(*whole);
        }
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return plainNumber(*number);
    }
    return shownText(plan, field, value);
}

QString copiedText(const plan::Plan& plan, const plan::FieldInfo& field, const plan::Value& value) {
    if (!isRecorded(value)) {
        return {};
    }
    switch (field.kind) {
    case FieldKind::choice:
    case FieldKind::flag:
        return shownText(plan, field, value);
    case FieldKind::recurrence: {
        // Words where they say the same, since a colleague reads them; else the rule itself.
        const auto words = shownText(plan, field, value);
        const auto again = recurrence::ruleFromWords(words.toStdString());
        return again && plan::Value(*again) == value ? words : qtext(std::get<std::string>(value));
    }
    default:
        return qtext(exchange::toCell(plan, field, value));
    }
}

Result<plan::Value> readTyped(const plan::Plan& plan, const plan::FieldInfo& field, const QString& text) {
    const auto trimmed = text.trimmed();
    const bool isText = field.kind == FieldKind::text || field.kind == FieldKind::longText;
    if (trimmed.isEmpty() || (!isText && trimmed == notRecordedDash())) {
        return plan::Value{};
    }
    if (isText) {
        return plan::Value{trimmed.toStdString()};
    }
    const auto utf8 = text.toStdString();
    if (field.kind == FieldKind::links || field.kind == FieldKind::reference) {
        if (auto written = exchange::fromCell(field, utf8, exchange::resolverOf(plan))) {
            return *std::move(written);
        }
    }
    text::ReadOptions options;
    options.rule = [](std::string_view words) { return recurrence::ruleFromWords(words); };
    return text::readValue(plan, field, utf8, options);
}

QString headingOf(const plan::FieldInfo& field) {
    const auto label = QCoreApplication::translate("Field", std::string(field.label).c_str());
    return field.rules.unit.empty() ? label : QStringLiteral("%1 (%2)").arg(label, qtext(field.rules.unit));
}

bool isNumeric(const plan::FieldInfo& field) {
    return field.kind == FieldKind::integer || field.kind == FieldKind::number ||
           field.kind == FieldKind::money;
}

bool isEditable(const plan::FieldInfo& field) {
    return field.kind != FieldKind::shape;
}

bool isPlainList(const plan::FieldInfo& field) {
    return field.kind == FieldKind::links && field.linkFields.size() == 1;
}

bool isTableList(const plan::FieldInfo& field) {
    return field.kind == FieldKind::links && field.linkFields.size() > 1;
}

std::vector<const plan::FieldInfo*> shownFields(plan::RecordKind kind) {
    std::vector<const plan::FieldInfo*> fields;
    for (const auto& field : plan::recordInfo(kind).fields) {
        if (!field.rules.hidden) {
            fields.push_back(&field);
        }
    }
    return fields;
}

QString capitalised(QString words) {
    if (!words.isEmpty()) {
        words[0] = words[0].toUpper();
    }
    return words;
}

QString countOf(plan::RecordKind kind, std::size_t count) {
    const auto& info = plan::recordInfo(kind);
    return QStringLiteral("%1 %2").arg(QLocale().toString(static_cast<qulonglong>(count)),
                                       qtext(count == 1 ? info.singular : info.plural));
}

} // namespace wardmote::ui
