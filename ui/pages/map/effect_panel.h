#pragma once
#include "ui/pages/map/effect_words.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace wardmote::ui {

class Badge;

/// What the move at hand would do, as it changes under the mouse. Lines are kept and filled anew: it is told
/// sixty times a second.
class EffectPanel : public QWidget {
    Q_OBJECT
public:
    explicit EffectPanel(QWidget* parent = nullptr);
    void show(const QString& title, const std::vector<EffectLine>& lines, const QString& refusal);
    void clear(const QString& hint);
    QString words() const { return accessibleDescription(); }

private:
    struct Line {
        QLabel* subject = nullptr;
        QLabel* words = nullptr;
        Badge* badge = nullptr;
    };
    Line& line(std::size_t at);

    QLabel* title_ = nullptr;
    QLabel* refusal_ = nullptr;
    QGridLayout* grid_ = nullptr;
    std::vector<Line> lines_;
};

} // namespace wardmote::ui
