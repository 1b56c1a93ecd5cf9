// What PDF/UA asks of a file and can be read from it without a validator.
#include "tests/support/catch.h"
#include "tests/ui/publish/sample_report.h"
#include "ui/publish/publish.h"

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>

#include <map>
#include <set>

using namespace wardmote;

namespace {

struct Read {
    std::string bytes;
    QPDF pdf;

    explicit Read(const report::Document& document) {
        const auto made = publish::render(document, publish::Format::pdf);
        REQUIRE(made);
        bytes = *made;
        pdf.processMemoryFile("report", bytes.data(), bytes.size());
    }
};

/// Walks one page's content: everything that paints must stand in marked content, of the structure or an
/// artifact, and nothing of the structure within another.
class Marked : public QPDFObjectHandle::ParserCallbacks {
public:
    void handleObject(QPDFObjectHandle object) override {
        if (!object.isOperator()) {
            operands_.push_back(object);
            return;
        }
        const auto name = object.getOperatorValue();
        static const std::set<std::string> paints{"f",  "F",  "f*", "S",  "s",  "B", "B*", "b",
                                                  "b*", "Tj", "TJ", "Do", "sh", "'", "\""};
        if (name == "BMC" || name == "BDC") {
            nested += open_.empty() ? 0 : 1;
            const bool isArtifact = operands_.front().isNameAndEquals("/Artifact");
            if (!isArtifact) {
                ids.insert(operands_.back().getKey("/MCID").getIntValueAsInt());
            }
            open_.push_back(operands_.front().getName());
        } else if (name == "EMC") {
            unopened += open_.empty() ? 1 : 0;
            if (!open_.empty()) {
                open_.pop_back();
            }
        } else if (paints.contains(name)) {
            ++painted;
            unmarked += open_.empty() ? 1 : 0;
        }
        operands_.clear();
    }
    void handleEOF() override { unclosed = static_cast<int>(open_.size()); }

    std::set<int> ids;
    int painted = 0;
    int unmarked = 0;
    int nested = 0;
    int unopened = 0;
    int unclosed = 0;

private:
    std::vector<QPDFObjectHandle> operands_;
    std::vector<std::string> open_;
};

/// Every element of the structure, parents first.
void collect(QPDFObjectHandle element, std::vector<QPDFObjectHandle>& found) {
    if (element.isArray()) {
        for (int i = 0; i < element.getArrayNItems(); ++i) {
            collect(element.getArrayItem(i), found);
        }
    } else if (element.isDictionary() && element.hasKey("/S")) {
        found.push_back(element);
        collect(element.getKey("/K"), found);
    }
}

std::vector<QPDFObjectHandle> elementsOf(QPDF& pdf) {
    std::vector<QPDFObjectHandle> found;
    collect(pdf.getRoot().getKey("/StructTreeRoot").getKey("/K"), found);
    return found;
}

} // namespace

TEST_CASE("nothing on a page stands outside the structure and the artifacts") {
    Read read(tests::sampleReport(80));
    for (auto page : read.pdf.getAllPages()) {
        Marked marked;
        QPDFObjectHandle::parseContentStream(page.getKey("/Contents"), &marked);
        CHECK(marked.painted > 0);
        CHECK(marked.unmarked == 0);
        CHECK(marked.nested == 0);
        CHECK(marked.unopened == 0);
        CHECK(marked.unclosed == 0);
        // Each piece of the structure is found from the page by its number.
        auto tree = read.pdf.getRoot().getKey("/StructTreeRoot").getKey("/ParentTree").getKey("/Nums");
        const int key = page.getKey("/StructParents").getIntValueAsInt();
        auto parents = tree.getArrayItem(2 * key + 1);
        REQUIRE(tree.getArrayItem(2 * key).getIntValueAsInt() == key);
        CHECK(parents.getArrayNItems() == static_cast<int>(marked.ids.size()));
    }
}

TEST_CASE("the file says what it is: title shown, language, marked, and its part of PDF/UA") {
    Read read(tests::sampleReport());
    auto root = read.pdf.getRoot();
    CHECK(root.getKey("/MarkInfo").getKey("/Marked").getBoolValue());
    CHECK(root.getKey("/Lang").getUTF8Value() == "en-GB");
    CHECK(root.getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue());
    const auto buffer = root.getKey("/Metadata").getStreamData();
    const std::string xmp(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
    for (const auto* part : {"<pdfuaid:part>1</pdfuaid:part>", "<dc:title>",
                             "Keynsham Area: how services and communities talk", "<rdf:li>en-GB</rdf:li>"}) {
        INFO(part);
        CHECK(xmp.find(part) != std::string::npos);
    }
    for (auto page : read.pdf.getAllPages()) {
        CHECK(page.getKey("/Tabs").isNameAndEquals("/S"));
    }
    CHECK(root.getKey("/Outlines").getKey("/First").getKey("/Title").getUTF8Value().starts_with("Keynsham"));
}

TEST_CASE("every font is in the file and its text can be read out of it") {
    Read read(tests::sampleReport());
    int fonts = 0;
    for (auto object : read.pdf.getAllObjects()) {
        if (!object.isDictionaryOfType("/Font") || !object.hasKey("/DescendantFonts")) {
            continue;
        }
        ++fonts;
        CHECK(object.getKey("/ToUnicode").isStream());
        auto descriptor = object.getKey("/DescendantFonts").getArrayItem(0).getKey("/FontDescriptor");
        CHECK((descriptor.getKey("/FontFile2").isStream() || descriptor.getKey("/FontFile3").isStream()));
    }
    CHECK(fonts >= 2); // plain and bold
}

TEST_CASE("elements stand where the standard lets them stand") {
    Read read(tests::sampleReport());
    static const std::map<std::string, std::set<std::string>> parents{
        {"/TR", {"/THead", "/TBody"}},
        {"/TH", {"/TR"}},
        {"/TD", {"/TR"}},
        {"/THead", {"/Table"}},
        {"/TBody", {"/Table"}},
        {"/Caption", {"/Table", "/Figure"}},
        {"/LI", {"/L"}},
        {"/Lbl", {"/LI"}},
        {"/LBody", {"/LI"}},
        {"/TOCI", {"/TOC"}},
        {"/H1", {"/Document"}},
        {"/H2", {"/Document"}},
    };
    std::set<std::string> met;
    int previousHeading = 0;
    for (auto element : elementsOf(read.pdf)) {
        const auto name = element.getKey("/S").getName();
        met.insert(name);
        INFO(name);
        if (const auto allowed = parents.find(name); allowed != parents.end()) {
            CHECK(allowed->second.contains(element.getKey("/P").getKey("/S").getName()));
        }
        if (name == "/TH") {
            CHECK(element.getKey("/A").getKey("/Scope").isName());
        } else if (name == "/Figure") {
            CHECK_FALSE(element.getKey("/Alt").getUTF8Value().empty());
            CHECK(element.getKey("/A").getKey("/BBox").getArrayNItems() == 4);
        } else if (name.size() == 3 && name[1] == 'H' && name[2] >= '1' && name[2] <= '6') {
            const int level = name[2] - '0';
            CHECK(level <= previousHeading + 1); // none is skipped
            previousHeading = level;
        }
        // An element with nothing in it would be read out as nothing.
        CHECK(element.getKey("/K").getArrayNItems() > 0);
    }
    for (const auto* kind :
         {"/Document", "/H1",    "/H2", "/H3", "/P",  "/L",       "/LI",     "/Lbl", "/LBody", "/Table",
          "/THead",    "/TBody", "/TR", "/TH", "/TD", "/Caption", "/Figure", "/TOC", "/TOCI",  "/Link"}) {
        INFO(kind);
        CHECK(met.contains(kind));
    }
}

TEST_CASE("every link has words, an element of its own and somewhere to lead") {
    Read read(tests::sampleReport());
    auto tree = read.pdf.getRoot().getKey("/StructTreeRoot").getKey("/ParentTree").getKey("/Nums");
    int links = 0;
    for (auto page : read.pdf.getAllPages()) {
        auto annotations = page.getKey("/Annots");
        for (int i = 0; annotations.isArray() && i < annotations.getArrayNItems(); ++i) {
            auto link = annotations.getArrayItem(i);
            ++links;
            CHECK_FALSE(link.getKey("/Contents").getUTF8Value().empty());
            CHECK((link.hasKey("/Dest") || link.getKey("/A").hasKey("/URI")));
            auto element = tree.getArrayItem(2 * link.getKey("/StructParent").getIntValueAsInt() + 1);
            CHECK(element.getKey("/S").isNameAndEquals("/Link"));
        }
    }
    CHECK(links == 6); // five lines of the contents and one address
}
