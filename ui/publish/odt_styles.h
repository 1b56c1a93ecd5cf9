#pragma once
#include "core/report/blocks.h"

#include <string>

namespace wardmote::publish {

/// styles.xml: the named styles that odt.cpp uses, the page and its footer.
std::string odtStyles(const report::Document& document);
/// meta.xml
std::string odtMeta(const report::Document& document);
/// The declarations that every part of an OpenDocument begins with.
std::string odtNamespaces();

} // namespace wardmote::publish
