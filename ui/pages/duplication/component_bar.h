#pragma once
#include <QWidget>

#include <optional>

namespace wardmote::ui {

/// One part of a score: its name, its figure and a bar; "not recorded" with a dashed frame.
class ComponentBar : public QWidget {
    Q_OBJECT
public:
    explicit ComponentBar(const QString& name, QWidget* parent = nullptr);
    void setValue(const std::optional<double>& value, const QString& beside = {});
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString name_;
    QString beside_;
    std::optional<double> value_;
};

} // namespace wardmote::ui
