#pragma once
#include <QString>

class QScrollArea;
class QVBoxLayout;
class QWidget;

namespace wardmote::ui {

/// What a page shows one below the other when that may be higher than the window.
struct ScrolledColumn {
    QScrollArea* scroll = nullptr;
    QWidget* content = nullptr;
    QVBoxLayout* column = nullptr; ///< of the content, with a page's margins
};

ScrolledColumn makeScrolledColumn(QWidget& page, const QString& name, const QString& accessibleName);

} // namespace wardmote::ui
