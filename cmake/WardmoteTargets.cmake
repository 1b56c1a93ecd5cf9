# A folder is a library, and its link line is the law of who may use whom:
#
#   wardmote_library(plan LINKS base)                  core/plan       -> wardmote_plan
#   wardmote_tests(plan)                               tests/core/plan -> wardmote_plan_tests, linking that library alone
#
# Sources belong to a library by the folder they lie in, so a new file is one file and no list.
if(WARDMOTE_TESTS)
    include(CTest)
    include(Catch)
endif()

function(wardmote_library name)
    cmake_parse_arguments(ARG "QT" "" "LINKS;USES" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
    set(links "")
    foreach(link IN LISTS ARG_LINKS)
        list(APPEND links "wardmote_${link}")
    endforeach()
    set(compiled ${sources})
    list(FILTER compiled INCLUDE REGEX "\\.cpp$")
    if(NOT compiled)
        add_library(wardmote_${name} INTERFACE)
        target_include_directories(wardmote_${name} INTERFACE "${CMAKE_SOURCE_DIR}")
        target_link_libraries(wardmote_${name} INTERFACE ${links} ${ARG_USES})
        return()
    endif()
    add_library(wardmote_${name} STATIC ${sources})
    target_include_directories(wardmote_${name} PUBLIC "${CMAKE_SOURCE_DIR}")
    target_link_libraries(wardmote_${name} PUBLIC ${links} ${ARG_USES} PRIVATE wardmote_warnings)
    if(ARG_QT)
        # moc of Qt 6.4 can't parse g++ 12's <concepts>, which it only sees with the compiler's own macros.
        set_target_properties(wardmote_${name} PROPERTIES AUTOMOC ON AUTOMOC_COMPILER_PREDEFINES OFF)
        target_compile_definitions(wardmote_${name} PRIVATE QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS)
    endif()
endfunction()

# Tests of one library, found case by case, each its own CTest test.
function(wardmote_tests name)
    cmake_parse_arguments(ARG "QT" "" "USES" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
    if(NOT sources)
        return()
    endif()
    if(ARG_QT)
        set(support wardmote_test_main_qt)
    else()
        set(support wardmote_test_main)
    endif()
    add_executable(wardmote_${name}_tests ${sources})
    target_link_libraries(wardmote_${name}_tests PRIVATE wardmote_${name} ${support} ${ARG_USES} wardmote_warnings)
    get_target_property(links wardmote_${name} INTERFACE_LINK_LIBRARIES)
    string(FIND "${links}" "wardmote_" linked)
    if(linked GREATER_EQUAL 0 AND NOT name STREQUAL "platform")
    endif()
    set(seconds 300)
    if(WARDMOTE_SANITIZE) # several times slower
        set(seconds 1200)
    endif()
    catch_discover_tests(wardmote_${name}_tests TEST_PREFIX "${name}: " DISCOVERY_MODE PRE_TEST
        PROPERTIES TIMEOUT ${seconds})
endfunction()
