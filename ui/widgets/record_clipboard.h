#pragma once
#include <QString>

#include <vector>

namespace wardmote::ui {

/// Rows of cells as spreadsheets put them on the clipboard: tabs between cells, line breaks between rows; a
/// cell that holds a tab, a line break or a quote stands in quotes, quotes inside doubled.
using TextBlock = std::vector<std::vector<QString>>;

QString toTabText(const TextBlock& block);
/// Reads the same, with any kind of line break; the line break at the end makes no row. Rows may differ in
/// length. A quote that is not at the start of a cell is an ordinary character.
TextBlock fromTabText(const QString& text);

} // namespace wardmote::ui
