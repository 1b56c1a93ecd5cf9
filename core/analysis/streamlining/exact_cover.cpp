// The only source that knows GLPK. A bad index would abort the program, so that everything handed over comes
// from a Core, whose positions are its own.
#include "core/analysis/streamlining/exact_cover.h"

#include <algorithm>
#include <cmath>
#include <glpk.h>
#include <limits>
#include <memory>
#include <mutex>

namespace wardmote::analysis::streamlining {
namespace {

std::mutex& oneAtATime() {
    static std::mutex mutex;
    return mutex;
}

struct Deleter {
    void operator()(glp_prob* problem) const { glp_delete_prob(problem); }
};

/// How many simplex iterations between two looks at the clock.
constexpr int iterationsAtOnce = 200;

class Model {
public:
    Model(const Core& core, const ExactOptions& options)
        : core_(core), options_(options), problem_(glp_create_prob()) {
        glp_term_out(GLP_OFF);
        glp_set_obj_dir(problem_.get(), GLP_MIN);
        glp_add_cols(problem_.get(), static_cast<int>(core.costs.size()));
        for (Column column = 0; column < core.costs.size(); ++column) {
            const int at = static_cast<int>(column) + 1;
            glp_set_col_bnds(problem_.get(), at, GLP_DB, 0, 1);
            glp_set_obj_coef(problem_.get(), at, core.costs[column]);
        }
        addRows();
        addLimits();
    }

    ExactAnswer solve() {
        if (!relax()) {
            return answer_;
        }
        setAside();
        for (Column column = 0; column < core_.costs.size(); ++column) {
            glp_set_col_kind(problem_.get(), static_cast<int>(column) + 1, GLP_IV);
        }
        branch();
        return answer_;
    }

private:
    void addRows() {
        const int first = glp_add_rows(problem_.get(), static_cast<int>(core_.rows.size()));
        std::vector<int> columns;
        for (Row row = 0; row < core_.rows.size(); ++row) {
            columns.assign(1, 0); // GLPK counts from 1
            for (const auto column : core_.rows[row]) {
                columns.push_back(static_cast<int>(column) + 1);
            }
            const std::vector<double> ones(columns.size(), 1.0);
            const int at = first + static_cast<int>(row);
            glp_set_mat_row(problem_.get(), at, static_cast<int>(columns.size()) - 1, columns.data(),
                            ones.data());
            glp_set_row_bnds(problem_.get(), at, GLP_LO, core_.needs[row], 0);
        }
    }

    void addLimits() {
        for (const auto& limit : core_.limits) {
            std::vector<int> columns{0};
            std::vector<double> weights{0};
            for (const auto& [column, weight] : limit.weights) {
                columns.push_back(static_cast<int>(column) + 1);
                weights.push_back(weight);
            }
            const int at = glp_add_rows(problem_.get(), 1);
            glp_set_mat_row(problem_.get(), at, static_cast<int>(columns.size()) - 1, columns.data(),
                            weights.data());
            glp_set_row_bnds(problem_.get(), at, GLP_UP, 0, limit.most);
        }
    }

    bool deadlinePassed() {
        answer_.deadlinePassed = answer_.deadlinePassed || options_.deadline->passed();
        return answer_.deadlinePassed;
    }

    /// The relaxation at the root; false: the answer is known, or it was cut off.
    bool relax() {
        glp_smcp how;
        glp_init_smcp(&how);
        how.msg_lev = GLP_MSG_OFF;
        how.meth = GLP_DUALP; // nothing chosen is dual feasible, since costs are not negative
        how.it_lim = iterationsAtOnce;
        how.obj_ul = std::numeric_limits<double>::max();
        for (std::size_t done = 0; done < options_.iterations; done += iterationsAtOnce) {
            if (deadlinePassed()) {
                return false;
            }
            const int state = glp_simplex(problem_.get(), &how);
            if (state != 0 && state != GLP_EITLIM) {
                return false; // numerically hopeless: nothing is claimed
            }
            if (state == 0) {
                return relaxed();
            }
        }
        return false;
    }

    bool relaxed() {
        if (glp_get_status(problem_.get()) == GLP_NOFEAS) {
            answer_.end = ExactAnswer::End::noneBelowCutoff;
            answer_.bound = options_.cutoff;
            return false;
        }
        if (glp_get_status(problem_.get()) != GLP_OPT) {
            return false;
        }
        answer_.bound = glp_get_obj_val(problem_.get());
        if (answer_.bound >= options_.cutoff) {
            answer_.end = ExactAnswer::End::noneBelowCutoff;
            return false;
        }
        return true;
    }

    /// A column whose reduced cost takes the bound to the cutoff keeps the value it has at the root.
    void setAside() {
        const double room = options_.cutoff - answer_.bound;
        for (int at = 1; at <= glp_get_num_cols(problem_.get()); ++at) {
            const double reduced = glp_get_col_dual(problem_.get(), at);
            if (glp_get_col_stat(problem_.get(), at) != GLP_BS && std::abs(reduced) > room + 1e-7) {
                const double value = reduced > 0 ? 0 : 1;
                glp_set_col_bnds(problem_.get(), at, GLP_FX, value, value);
            }
        }
    }

    void branch() {
        glp_iocp how;
        glp_init_iocp(&how);
        how.msg_lev = GLP_MSG_OFF;
        how.br_tech = GLP_BR_DTH;
        how.bt_tech = GLP_BT_BLB;
        how.cb_func = &Model::hear;
        how.cb_info = this;
        const double left = options_.deadline->secondsLeft();
        how.tm_lim = static_cast<int>(std::clamp(left * 1000, 1.0, 2e9));
        const int state = glp_intopt(problem_.get(), &how);
        const int status = glp_mip_status(problem_.get());
        if (status == GLP_OPT || status == GLP_FEAS) {
            takeCover();
        }
        if (cutoffReached_ || (state == 0 && !stopped_)) {
            answer_.end = answer_.some ? ExactAnswer::End::found : ExactAnswer::End::noneBelowCutoff;
            answer_.bound = answer_.some ? costOfCover() : options_.cutoff;
            return;
        }
        answer_.deadlinePassed = answer_.deadlinePassed || state == GLP_ETMLIM;
        answer_.bound = std::min(std::max(answer_.bound, treeBound_), options_.cutoff);
    }

    void takeCover() {
        std::vector<Column> columns;
        for (Column column = 0; column < core_.costs.size(); ++column) {
            if (glp_mip_col_val(problem_.get(), static_cast<int>(column) + 1) > 0.5) {
                columns.push_back(column);
            }
        }
        answer_.columns = std::move(columns);
        answer_.some = costOfCover() < options_.cutoff;
    }

    double costOfCover() const {
        double sum = 0;
        for (const auto column : answer_.columns) {
            sum += core_.costs[column];
        }
        return sum;
    }

    static void hear(glp_tree* tree, void* self) { static_cast<Model*>(self)->heard(tree); }

    void heard(glp_tree* tree) {
        const int reason = glp_ios_reason(tree);
        if (reason != GLP_ISELECT && reason != GLP_IROWGEN) {
            return;
        }
        int total = 0;
        glp_ios_tree_size(tree, nullptr, nullptr, &total);
        if (deadlinePassed() || static_cast<std::size_t>(total) > options_.nodes) {
            stopped_ = true;
            noteBound(tree);
            glp_ios_terminate(tree);
            return;
        }
        if (reason == GLP_ISELECT) {
            pruneAtCutoff(tree);
            noteBound(tree);
        }
    }

    void noteBound(glp_tree* tree) {
        const int node = glp_ios_best_node(tree);
        if (node > 0) {
            treeBound_ = std::max(treeBound_, glp_ios_node_bound(tree, node));
        }
    }

    /// The best node left at or above the cutoff says that nothing below it is left.
    void pruneAtCutoff(glp_tree* tree) {
        const int node = glp_ios_best_node(tree);
        if (node > 0 && glp_ios_node_bound(tree, node) >= options_.cutoff) {
            cutoffReached_ = true;
            glp_ios_terminate(tree);
        }
    }

    const Core& core_;
    const ExactOptions& options_;
    std::unique_ptr<glp_prob, Deleter> problem_;
    ExactAnswer answer_;
    double treeBound_ = 0;
    bool stopped_ = false;
    bool cutoffReached_ = false;
};

} // namespace

ExactAnswer exactCover(const Core& core, const ExactOptions& options) {
    const std::scoped_lock lock(oneAtATime());
    auto answer = Model(core, options).solve();
    glp_free_env(); // it belongs to this thread, which may end
    return answer;
}

} // namespace wardmote::analysis::streamlining
