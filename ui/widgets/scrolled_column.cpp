#include "ui/widgets/scrolled_column.h"

#include "ui/widgets/style.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace wardmote::ui {

ScrolledColumn makeScrolledColumn(QWidget& page, const QString& name, const QString& accessibleName) {
    auto* scroll = new QScrollArea(&page);
    setNames(*scroll, name, accessibleName);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* content = new QWidget;
    content->setProperty("page", true);
    auto* column = new QVBoxLayout(content);
    setPageMargins(*column);
    scroll->setWidget(content);
    return {scroll, content, column};
}

} // namespace wardmote::ui
