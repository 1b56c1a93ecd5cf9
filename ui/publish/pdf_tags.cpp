#include "ui/publish/pdf_tags.h"

#include "ui/publish/pdf_metadata.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <charconv>
#include <map>
#include <optional>

namespace wardmote::publish {

namespace {

using Handle = QPDFObjectHandle;

std::optional<std::size_t> markCode(std::string_view line) {
    constexpr std::string_view tail = " -20000 1 1 re";
    if (!line.ends_with(tail)) {
        return std::nullopt;
    }
    line.remove_suffix(tail.size());
    long x = 0;
    const auto read = std::from_chars(line.data(), line.data() + line.size(), x);
    if (read.ec != std::errc() || read.ptr != line.data() + line.size() ||
        x > static_cast<long>(markOrigin)) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(static_cast<long>(markOrigin) - x);
}

class Tagger {
public:
    Tagger(QPDF& pdf, const PagedReport& report, const std::vector<Chunk>& chunks)
        : pdf_(pdf), report_(report), chunks_(chunks), pages_(pdf.getAllPages()) {}

    /// False if a mark is missing.
    bool run() {
        makeElements();
        for (std::size_t page = 0; page < pages_.size(); ++page) {
            tagPage(page);
        }
        if (found_ != chunks_.size()) {
            return false;
        }
        addLinks();
        addAttributes();
        finishTree();
        return true;
    }

private:
    void makeElements() {
        root_ = pdf_.makeIndirectObject(Handle::parse("<< /Type /StructTreeRoot >>"));
        root_.replaceKey("/K", Handle::newArray());
        for (const auto& element : report_.elements) {
            auto made = pdf_.makeIndirectObject(Handle::parse("<< /Type /StructElem >>"));
            made.replaceKey("/S", Handle::newName("/" + element.tag.toStdString()));
            made.replaceKey("/K", Handle::newArray());
            elements_.push_back(made);
        }
        attached_.assign(elements_.size(), false);
    }

    /// Puts an element among its parent's children when something of it is first met: so children lie in
    /// reading order and an element with nothing in it is left out.
    void attach(int index) {
        const auto at = static_cast<std::size_t>(index);
        if (attached_[at]) {
            return;
        }
        attached_[at] = true;
        const int parent = report_.elements[at].parent;
        Handle holder = root_;
        if (parent >= 0) {
            attach(parent);
            holder = elements_[static_cast<std::size_t>(parent)];
        }
        elements_[at].replaceKey("/P", holder);
        holder.getKey("/K").appendItem(elements_[at]);
    }

    void addContent(const Chunk& chunk, int mcid) {
        attach(chunk.element);
        auto& element = elements_[static_cast<std::size_t>(chunk.element)];
        const auto& page = pages_[chunk.page];
        auto kids = element.getKey("/K");
        if (!element.hasKey("/Pg")) {
            element.replaceKey("/Pg", page);
        }
        if (element.getKey("/Pg").getObjGen() == page.getObjGen()) {
            kids.appendItem(Handle::newInteger(mcid));
        } else {
            auto reference = Handle::parse("<< /Type /MCR >>");
            reference.replaceKey("/Pg", page);
            reference.replaceKey("/MCID", Handle::newInteger(mcid));
            kids.appendItem(reference);
        }
        if (report_.elements[static_cast<std::size_t>(chunk.element)].tag == "Figure") {
            auto attributes = Handle::parse("<< /O /Layout /Placement /Block >>");
            attributes.replaceKey("/BBox", rectangle(chunk.place));
            element.replaceKey("/A", attributes);
        }
    }

    void tagPage(std::size_t index) {
        auto page = pages_[index];
        const auto buffer = page.getKey("/Contents").getStreamData();
        const std::string_view content(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
        std::string out = "/Artifact BMC\n";
        auto parents = Handle::newArray();
        int mcid = 0;
        std::size_t at = 0;
        while (at < content.size()) {
            const auto end = std::min(content.find('\n', at), content.size());
            const auto line = content.substr(at, end - at);
            const auto code = markCode(line);
            if (!code || *code > chunks_.size()) {
                out.append(line).push_back('\n');
                at = end + 1;
                continue;
            }
            at = end + 1;
            // The operator that fills the mark goes too.
            if (content.substr(at, 2) == "f\n") {
                at += 2;
            }
            out += "EMC\n";
            if (*code == 0) {
                out += "/Artifact BMC\n";
                continue;
            }
            const auto& chunk = chunks_[*code - 1];
            ++found_;
            out += "/" + report_.elements[static_cast<std::size_t>(chunk.element)].tag.toStdString() +
                   " <</MCID " + std::to_string(mcid) + ">> BDC\n";
            addContent(chunk, mcid);
            parents.appendItem(elements_[static_cast<std::size_t>(chunk.element)]);
            ++mcid;
        }
        out += "EMC\n";
        page.replaceKey("/Contents", Handle::newStream(&pdf_, out));
        page.replaceKey("/StructParents", Handle::newInteger(static_cast<int>(index)));
        page.replaceKey("/Tabs", Handle::newName("/S"));
        parentTree_.emplace_back(pdf_.makeIndirectObject(parents));
    }

    Handle rectangle(const QRectF& place) const {
        auto array = Handle::newArray();
        for (const double value :
             {place.left(), report_.height - place.bottom(), place.right(), report_.height - place.top()}) {
            array.appendItem(Handle::newReal(value / perPoint, 2));
        }
        return array;
    }

    Handle destination(int heading) const {
        const auto& to = report_.headings[static_cast<std::size_t>(heading)];
        auto array = Handle::newArray();
        array.appendItem(pages_[to.page]);
        array.appendItem(Handle::newName("/XYZ"));
        array.appendItem(Handle::newNull());
        array.appendItem(Handle::newReal((report_.height - to.top + 100) / perPoint, 2));
        array.appendItem(Handle::newNull());
        return array;
    }

    void addLinks() {
        for (std::size_t page = 0; page < report_.pages.size(); ++page) {
            auto annotations = Handle::newArray();
            for (const auto& link : report_.pages[page].links) {
                auto annotation = pdf_.makeIndirectObject(
                    Handle::parse("<< /Type /Annot /Subtype /Link /Border [0 0 0] /F 4 >>"));
                annotation.replaceKey("/Rect", rectangle(link.place));
                annotation.replaceKey("/Contents", Handle::newUnicodeString(link.says.toStdString()));
                if (link.target >= 0) {
                    annotation.replaceKey("/Dest", destination(link.target));
                } else {
                    auto action = Handle::parse("<< /Type /Action /S /URI >>");
                    action.replaceKey("/URI", Handle::newString(link.address.toStdString()));
                    annotation.replaceKey("/A", action);
                }
                annotation.replaceKey("/StructParent",
                                      Handle::newInteger(static_cast<int>(parentTree_.size())));
                auto reference = Handle::parse("<< /Type /OBJR >>");
                reference.replaceKey("/Obj", annotation);
                reference.replaceKey("/Pg", pages_[page]);
                auto& element = elements_[static_cast<std::size_t>(link.element)];
                attach(link.element);
                element.getKey("/K").appendItem(reference);
                parentTree_.emplace_back(element);
                annotations.appendItem(annotation);
            }
            if (annotations.getArrayNItems() > 0) {
                pages_[page].replaceKey("/Annots", annotations);
            }
        }
    }

    void addAttributes() {
        for (std::size_t i = 0; i < elements_.size(); ++i) {
            const auto& element = report_.elements[i];
            if (element.tag == "Figure") {
                elements_[i].replaceKey("/Alt", Handle::newUnicodeString(element.alternative.toStdString()));
            } else if (element.tag == "TH") {
                elements_[i].replaceKey(
                    "/A", Handle::parse("<< /O /Table /Scope /" + element.scope.toStdString() +
                                        (element.span > 1 ? " /ColSpan " + std::to_string(element.span)
                                                          : std::string{}) +
                                        " >>"));
            } else if (element.tag == "L") {
                elements_[i].replaceKey("/A", Handle::parse(element.numbered
                                                                ? "<< /O /List /ListNumbering /Decimal >>"
                                                                : "<< /O /List /ListNumbering /Disc >>"));
            }
        }
    }

    void finishTree() {
        auto numbers = Handle::newArray();
        for (std::size_t i = 0; i < parentTree_.size(); ++i) {
            numbers.appendItem(Handle::newInteger(static_cast<int>(i)));
            numbers.appendItem(parentTree_[i]);
        }
        auto tree = pdf_.makeIndirectObject(Handle::newDictionary());
        tree.replaceKey("/Nums", numbers);
        root_.replaceKey("/ParentTree", tree);
        root_.replaceKey("/ParentTreeNextKey", Handle::newInteger(static_cast<int>(parentTree_.size())));
        pdf_.getRoot().replaceKey("/StructTreeRoot", root_);
        addOutline();
    }

    /// Bookmarks, nested as the headings are.
    void addOutline() {
        const auto& headings = report_.headings;
        std::vector<Handle> items;
        std::vector<std::size_t> parentOf(headings.size(), 0); // 0: the outline itself; else item + 1
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < headings.size(); ++i) {
            auto item = pdf_.makeIndirectObject(Handle::newDictionary());
            item.replaceKey("/Title", Handle::newUnicodeString(headings[i].text.toStdString()));
            item.replaceKey("/Dest", destination(static_cast<int>(i)));
            while (!open.empty() && headings[open.back()].level >= headings[i].level) {
                open.pop_back();
            }
            parentOf[i] = open.empty() ? 0 : open.back() + 1;
            open.push_back(i);
            items.push_back(item);
        }
        auto outline = pdf_.makeIndirectObject(Handle::parse("<< /Type /Outlines >>"));
        std::map<std::size_t, Handle> lastChild;
        std::map<std::size_t, int> children;
        for (std::size_t i = 0; i < items.size(); ++i) {
            Handle parent = parentOf[i] == 0 ? outline : items[parentOf[i] - 1];
            items[i].replaceKey("/Parent", parent);
            const auto before = lastChild.find(parentOf[i]);
            if (before == lastChild.end()) {
                parent.replaceKey("/First", items[i]);
            } else {
                before->second.replaceKey("/Next", items[i]);
                items[i].replaceKey("/Prev", before->second);
            }
            lastChild.insert_or_assign(parentOf[i], items[i]);
            ++children[parentOf[i]];
            parent.replaceKey("/Last", items[i]);
        }
        for (const auto& [index, count] : children) {
            Handle parent = index == 0 ? outline : items[index - 1];
            // Only the title is opened: a long report's list stays short.
            parent.replaceKey("/Count", Handle::newInteger(index <= 1 ? count : -count));
        }
        if (children.contains(1) && children.contains(0)) {
            outline.replaceKey("/Count", Handle::newInteger(children[0] + children[1]));
        }
        pdf_.getRoot().replaceKey("/Outlines", outline);
        pdf_.getRoot().replaceKey("/PageMode", Handle::newName("/UseOutlines"));
    }

    QPDF& pdf_;
    const PagedReport& report_;
    const std::vector<Chunk>& chunks_;
    std::vector<Handle> pages_;
    Handle root_;
    std::vector<Handle> elements_;
    std::vector<bool> attached_;
    std::vector<Handle> parentTree_; ///< of pages first, then of links
    std::size_t found_ = 0;
};

} // namespace

Result<std::string> tagged(std::string_view bytes, const PagedReport& report,
                           const std::vector<Chunk>& chunks) {
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("report", bytes.data(), bytes.size());
        if (!Tagger(pdf, report, chunks).run()) {
            return failure("The PDF could not be tagged for screen readers, so it was not written.",
                           "Export HTML instead, and report this with the version of the program.");
        }
        mendSpaces(pdf);
        describe(pdf, *report.document);
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.setMinimumPDFVersion("1.7");
        writer.setStreamDataMode(qpdf_s_compress);
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.write();
        const auto out = writer.getBufferSharedPointer();
        return std::string(reinterpret_cast<const char*>(out->getBuffer()), out->getSize());
    } catch (const std::exception& problem) {
        return failure("The PDF could not be finished.", "Export HTML instead.", problem.what());
    }
}

} // namespace wardmote::publish
