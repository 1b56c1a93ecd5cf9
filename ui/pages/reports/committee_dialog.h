#pragma once
#include "core/report/committee_paper.h"

#include <QDialog>

#include <vector>

class QLineEdit;
class QPlainTextEdit;

namespace wardmote::ui {

/// What its author adds to a report for a committee: the headings that committees expect and no plan records.
class CommitteeDialog : public QDialog {
    Q_OBJECT
public:
    explicit CommitteeDialog(const report::CommitteePaper& paper, QWidget* parent = nullptr);

    report::CommitteePaper paper() const;

private:
    struct Editor {
        QLineEdit* line = nullptr;
        QPlainTextEdit* text = nullptr;
    };
    std::vector<Editor> editors_; ///< as report::paperParts(), one of the two in each
};

/// How many parts say something.
int partsWritten(const report::CommitteePaper& paper);

} // namespace wardmote::ui
