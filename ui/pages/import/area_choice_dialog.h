#pragma once
#include "core/plan/plan.h"

#include <QDialog>

#include <vector>

class QLineEdit;
class QListWidget;

namespace wardmote::ui {

/// Which areas do these words mean? A list to tick, filtered as one types.
class AreaChoiceDialog : public QDialog {
    Q_OBJECT
public:
    AreaChoiceDialog(const plan::Plan& plan, const QString& question, const std::vector<plan::Id>& chosen,
                     QWidget* parent = nullptr);
    std::vector<plan::Id> chosen() const;

private:
    void filter(const QString& words);

    QLineEdit* filter_ = nullptr;
    QListWidget* areas_ = nullptr;
};

} // namespace wardmote::ui
