#pragma once
#include <QString>

#include <vector>

class QTableView;
class QWidget;

namespace wardmote::ui {

class LinesModel;

/// A table of lines, dressed as other tables of figures. `widths`: of its columns, which people may change;
/// the one column with 0 takes the rest.
QTableView* makeLinesTable(LinesModel& lines, const QString& objectName, const QString& accessibleName,
                           const std::vector<int>& widths, QWidget* parent, int rowLines = 1);

} // namespace wardmote::ui
