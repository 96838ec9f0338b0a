#include <orgscale/core/type_name.hpp>

#include <vector>

#include <catch.hpp>

namespace type_name_test {

using namespace orgscale;

struct plain_type {};

template <class First, template <class> class Second>
struct template_type {};

template <class Type>
using list = std::vector<Type>;

TEST_CASE("type_name: the bare name of a type", "[core]")
{
    CHECK(type_name<plain_type>() == "plain_type");
    CHECK(type_name<double>() == "double");
    CHECK(type_name<template_type<plain_type, list>>() == "template_type");
    CHECK(type_name<template_type<template_type<int, list>, list>>() == "template_type");
}

} // namespace type_name_test
