#include "ui/widgets/record_clipboard.h"

namespace wardmote::ui {

QString toTabText(const TextBlock& block) {
    QString text;
    for (const auto& row : block) {
        for (std::size_t c = 0; c < row.size(); ++c) {
            if (c > 0) {
                text += u'\t';
            }
            auto cell = row[c];
            const bool quoted =
                cell.contains(u'\t') || cell.contains(u'\n') || cell.contains(u'\r') || cell.contains(u'"');
            text += quoted ? u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"' : cell;
        }
        text += u'\n';
    }
    return text;
}

TextBlock fromTabText(const QString& text) {
    TextBlock block;
    std::vector<QString> row;
    QString cell;
    bool quoted = false;
    bool atStart = true;
    const auto endCell = [&] {
        row.push_back(std::move(cell));
        cell.clear();
        atStart = true;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto c = text[i];
        const auto next = i + 1 < text.size() ? text[i + 1] : QChar();
        if (quoted) {
            if (c != u'"') {
                cell += c == u'\r' ? QChar(u'\n') : c;
                i += c == u'\r' && next == u'\n' ? 1 : 0;
            } else if (next == u'"') {
                cell += c;
                ++i;
            } else {
                quoted = false;
            }
        } else if (c == u'"' && atStart) {
            quoted = true;
            atStart = false;
        } else if (c == u'\t') {
            endCell();
        } else if (c == u'\n' || c == u'\r') {
            i += c == u'\r' && next == u'\n' ? 1 : 0;
            endCell();
            block.push_back(std::move(row));
            row.clear();
        } else {
            cell += c;
            atStart = false;
        }
    }
    if (!row.empty() || !cell.isEmpty() || !atStart) {
        endCell();
        block.push_back(std::move(row));
    }
    return block;
}

} // namespace wardmote::ui
