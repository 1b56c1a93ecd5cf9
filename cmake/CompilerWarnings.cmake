# One target carries every warning, so that a library opts in by linking it and third-party headers stay quiet.
add_library(wardmote_warnings INTERFACE)
if(MSVC)
    target_compile_options(wardmote_warnings INTERFACE /W4 /utf-8 /permissive-)
    if(WARDMOTE_WARNINGS_AS_ERRORS)
        target_compile_options(wardmote_warnings INTERFACE /WX)
    endif()
else()
    target_compile_options(wardmote_warnings INTERFACE
        -Wall -Wextra -Wpedantic
        -Wshadow               # a name that hides another is read wrongly sooner or later
        -Wnon-virtual-dtor     # deleting through a base would leak
        -Woverloaded-virtual   # an override that is none
        -Wold-style-cast       # casts that say what they do can be searched for
        -Wcast-align
        -Wconversion           # a lost digit in a figure is a wrong figure
        -Wdouble-promotion
        -Wnull-dereference
        -Wimplicit-fallthrough
        -Wno-missing-field-initializers) # records are made with designated initialisers; the rest is not recorded
    if(WARDMOTE_WARNINGS_AS_ERRORS)
        target_compile_options(wardmote_warnings INTERFACE -Werror)
    endif()
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # g++ 12 reports null dereferences inside inlined standard code at -O2.
        target_compile_options(wardmote_warnings INTERFACE -Wno-null-dereference)
    endif()
endif()
if(WARDMOTE_SANITIZE)
    # For everything that is compiled here, tests included: half-instrumented containers give false reports.
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()
if(WARDMOTE_COVERAGE)
    add_compile_options(--coverage)
    add_link_options(--coverage)
endif()
