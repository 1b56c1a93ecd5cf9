# ccache when it is there, mold when it is there: neither is needed, both make a second build short.
find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    # What a source depends on is told by the compiler, not by a preprocessor run of its own; paths are written relative
    # to the clone, so that a second clone finds what the first one built. There are no precompiled headers: measured,
    # reading one took longer than reading what a source needs, and a change of any header emptied the cache.
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
        CCACHE_SLOPPINESS=time_macros CCACHE_DEPEND=1 "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1 "${CCACHE_PROGRAM}")
endif()
find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_link_options(-fuse-ld=mold)
endif()
