// Files of figures as people have them: each gets an answer, or one line with row and column.
#include "table/raw_table.hpp"

#include <cstdio>
#include <sstream>
#include <string>
#include <vector>

#include <catch.hpp>

#include "format/bad_input.hpp"
#include "table/choose_columns.hpp"
#include "table/column_figures.hpp"
#include "table/column_times.hpp"
#include "table/csv_rows.hpp"
#include "table/series.hpp"
#include "table/time_cell.hpp"

namespace table_test {

using namespace program;

namespace {

raw_table table_of(const std::string& text)
{
    std::istringstream in{text};
    return read_raw_table(in, "f.csv");
}

/// The figures over time that are read by default, or of a column.
series series_in(const std::string& text, const wanted_columns& wanted = {})
{
    const auto all    = table_of(text);
    const auto chosen = choose_columns(all, wanted);
    REQUIRE(chosen.time);
    const auto times   = times_in(all, *chosen.time);
    const auto figures = figures_in(all, {chosen.output});
    return series_of(all, *chosen.time, times, chosen.output, figures.front());
}

/// What a file is refused with; empty if it isn't.
std::string refusal_of(const std::string& text)
{
    try {
        static_cast<void>(series_in(text));
        return "";
    } catch (const bad_input& error) {
        return error.what();
    }
}

std::vector<double> values_of(const series& all)
{
    std::vector<double> values;
    for (const auto& one : all.figures) values.push_back(one.value);
    return values;
}

double number(const std::string& cell, decimal_mark mark = decimal_mark::point)
{
    const auto one = number_in(cell);
    REQUIRE(one);
    const auto value = value_of(*one, mark);
    REQUIRE(value);
    return *value;
}

double years(const std::string& cell)
{
    const auto one = time_in(cell);
    REQUIRE(one);
    return years_of(*one);
}

using list = std::vector<double>;

const list plain{10, 20.5, 40};

/// A stream of rows that is never in memory as a whole.
class endless_rows : public std::streambuf {
public:
    explicit endless_rows(std::size_t rows) : left_{rows} {}

private:
    int_type underflow() override
    {
        if (left_ == 0) return traits_type::eof();
        line_ = left_ == rows_ ? "t,users\n" : std::to_string(rows_ - left_) + ",5\n";
        --left_;
        setg(line_.data(), line_.data(), line_.data() + line_.size());
        return traits_type::to_int_type(line_.front());
    }

    std::size_t left_, rows_ = left_;
    std::string line_;
};

} // namespace

TEST_CASE("table: one series in the many ways in which people write it", "[program]")
{
    const auto* text = GENERATE(
        "year,users\n2001,10\n2002,20.5\n2003,40\n",                  // plain
        "\xef\xbb\xbfyear,users\r\n2001,10\r\n2002,20.5\r\n2003,40",  // Windows, no last line end
        "year,users\r2001,10\r2002,20.5\r2003,40\r",                  // old Macintosh
        "year;users\n2001;10\n2002;20,5\n2003;40\n",                  // decimal comma
        "year\tusers\n2001\t10\n2002\t20.5\n2003\t40\n",              // tabs
        "year|users\n2001|10\n2002|20.5\n2003|40\n",                  // bars
        "sep=;\nyear;users\n2001;10\n2002;20,5\n2003;40\n",           // a line for Excel
        "sep=,\r\nyear,users\r\n2001,10\r\n2002,20.5\r\n2003,40\r\n", //
        "\"year\",\"users\"\n\"2001\",\"10\"\n\"2002\",\"20.5\"\n\"2003\",\"40\"\n", // all quoted
        "year,users\n2001,10\n2002,\"20,5\"\n2003,40\n", // a quoted decimal comma
        "# by hand\n\n# title: of\nyear , users\n 2001 ,10 \n\n2002,20.5\n,\n\"\",\n2003,40\n\n", // blanks
        "year,users,\n2001,10,\n2002,20.5,\n2003,40,,,\n",      // empty cells at the end
        "year,users\n2003,40\n2002,20.5\n2001,10\n",            // newest first
        "year,users\n2002,20.5\n2001,10\n2003,40\n2002,20.5\n", // a row twice
        "year,users\n2001,10\n2001.5,NA\n2002,20.5\n2002.5,-\n2003,40\n,n/a\n", // missing
        "year,users\n2001,10\n2001.5,#N/A\n#N/A,\n2002,20.5\n2003,40\n", // errors of a spreadsheet
        "year,users\nFY2001,10\nFY2002,20.5\nFY 2003,40\n",              // fiscal years
        "date,users\n2001-01-01,10\n2002-01-01,20.5\n2003-01-01,40\n",   // days
        "date,users\n1/1/2001,10\n1/1/2002,20.5\n1/1/2003,40\n",         //
        "date,users\n01.01.2001,10\n01.01.2002,20.5\n01.01.2003,40\n",   //
        "month,users\n2001-01,10\n2002-01,20.5\n2003-01,40\n",           // months
        "month,users\nJan 2001,10\nJanuary 2002,20.5\nJan 2003,40\n",    //
        "month,users\n200101,10\n200201,20.5\n200301,40\n",              //
        "day,users\n20010101,10\n20020101,20.5\n20030101,40\n",          //
        "quarter,users\n2001-Q1,10\n2002-Q1,20.5\n2003-Q1,40\n",         // quarters
        "quarter,users\nQ1 2001,10\nQ1 2002,20.5\nQ1 2003,40\n",         //
        "season,users\n2001/02,10\n2002/03,20.5\n2003/04,40\n",          // seasons
        "date,users\n2001-01-01T00:00:00Z,10\n2002-01-01T00:00:00Z,20.5\n2003-01-01T00:00Z,40\n", //
        "year,users\n2001,10%\n2002,20.5 %\n2003,40%\n", // a share
        "year,sales\n2001,$10\n2002,$20.5\n2003,$40\n",  // a currency
        "year,sales\n2001,10 \xe2\x82\xac\n2002,20.5 \xe2\x82\xac\n2003,40 \xe2\x82\xac\n", //
        "2001,10\n2002,20.5\n2003,40\n",                    // no head
        ",year,users\n0,2001,10\n1,2002,20.5\n2,2003,40\n", // numbered rows
        "country,year,users,note\nX,2001,10,\"a \"\"b\"\", c\nd\"\nX,2002,20.5,\nX,2003,40,e\n"); // texts
    CAPTURE(text);
    const auto found = series_in(text);
    CHECK(values_of(found) == plain);
    for (std::size_t i = 0; i < 3; ++i)
        CHECK(found.figures[i].time == 2001 + static_cast<double>(i));
}

TEST_CASE("table: thousands in groups", "[program]")
{
    const list large{895000, 1560000, 2153000};
    for (const auto* text :
         {"year,users\n2001,\"895,000\"\n2002,\"1,560,000\"\n2003,\"2,153,000\"\n",
          "year;users\n2001;895.000\n2002;1.560.000\n2003;2.153.000\n",
          "year;users\n2001;895 000\n2002;1 560 000\n2003;2 153 000\n",
          "year;users\n2001;895\xc2\xa0"
          "000\n2002;1\xc2\xa0"
          "560\xc2\xa0"
          "000\n2003;2153000\n",
          "year;users\n2001;895\xe2\x80\xaf"
          "000\n2002;1560000\n2003;2153000\n",
          "year,users\n2001,895'000\n2002,1'560'000\n2003,2\xe2\x80\x99"
          "153\xe2\x80\x99"
          "000\n",
          "year,users\n2001,\"8,95,000\"\n2002,\"15,60,000\"\n2003,\"21,53,000\"\n",
          "year,users\n2001,895e3\n2002,1.56E+06\n2003,2153000.0\n",
          "year;sales\n2001;\"895,000.00\"\n2002;\"1,560,000.00\"\n2003;\"2,153,000.00\"\n",
          "year;sales\n2001;895.000,00\n2002;1.560.000,00\n2003;2.153.000,00\n"}) {
        CAPTURE(text);
        CHECK(values_of(series_in(text)) == large);
    }
    // One column shows how another is to be read.
    const auto all = table_of("year;share;users\n2001;0,5;19.700\n2002;0,6;96.500\n");
    CHECK(figures_in(all, {1, 2})[1].figures == std::vector<std::optional<double>>{19700, 96500});
    // Between commas a quoted 19,700 is in thousands, and 1.234 has decimals.
    CHECK(values_of(series_in("year,users\n2001,\"19,700\"\n2002,\"96,500\"\n")) ==
          list{19700, 96500});
    CHECK(values_of(series_in("year,users\n2001,1.234\n2002,2.345\n")) == list{1.234, 2.345});
}

TEST_CASE("table: what can't be used is refused with row and column", "[program]")
{
    struct bad {
        const char *text, *words;
    };
    const auto [text, words] = GENERATE(values<bad>({
        {"", "f.csv: is empty"},
        {"\n\n \r\n", "f.csv: is empty"},
        {"# only\n# comments\n", "f.csv: is empty"},
        {"\xef\xbb\xbf", "f.csv: is empty"},
        {"year,users\n2001,10\n2002\n", "row 3 has 1 cell, but the head has 2"},
        {"year,users\n2001,10\n2002,20,30\n",
         "row 3 has 3 cells, but the head has 2; commas within"},
        {"year,users\n2001,about 500\n2002,20\n2003,30\n",
         "row 2, column users: \"about 500\" is not a number"},
        {"year,users\n2001,12k\n2002,20\n2003,30\n", "row 2, column users: \"12k\" is not"},
        {"year,users\n2001,0x10\n2002,20\n2003,30\n", "row 2, column users: \"0x10\" is not"},
        {"year,users\n2001,inf\n2002,20\n2003,30\n", "row 2, column users: \"inf\" is not"},
        {"year,users\n2001,1e999\n2002,20\n2003,30\n", "row 2, column users: \"1e999\" is not"},
        {"year,users\n2001,1-2\n2002,20\n2003,30\n", "row 2, column users: \"1-2\" is not"},
        {"year,users\n2001,1 2\n2002,20\n2003,30\n", "row 2, column users: \"1 2\" is not"},
        {"year,users\n2001,5[1]\n2002,20\n2003,30\n", "row 2, column users: \"5[1]\" is not"},
        {"year,users\n2001,10\n2002,\"20\n2003,30\n",
         "row 3, column users: a quote is opened and never"},
        {"year,\"users\n2001,10\n", "row 1, column 2: a quote is opened and never closed"},
        {"year,users\n2001,\"10\n2002,\"20\"\n",
         "row 2, column users: text follows the closing quote in row 3"},
        {"year,users\n2001,10\n2001,20\n", "row 3, column year: 2001 is in row 2 too"},
        {"year,users\n2001,10\n,20\n", "row 3, column year: has no time"},
        {"year,users\n2001,10\n2002,20\nTotal,30\n",
         "row 4, column year: \"Total\" is not a number"},
        {"date,users\n2001-02-28,1\n2001-02-30,2\n",
         "row 3, column date: \"2001-02-30\" is a day that doesn't exist"},
        {"date,users\n2001-12,1\n2001-13,2\n",
         "row 3, column date: \"2001-13\" is a month that doesn't"},
        {"date,users\n2001-Q4,1\n2001-Q5,2\n", "is a quarter that doesn't exist"},
        {"date,users\n2001-02-28,1\n2001-03,2\n2001-04-02,2\n",
         "row 3, column date: \"2001-03\" is a month, but row 2 has a day"},
        {"date,users\n3/4/2001,1\n4/5/2001,2\n",
         "row 2, column date: \"3/4/2001\" may have the month first"},
        {"date,users\n3/14/2001,1\n4/5/2001,2\n14/6/2001,3\n",
         "row 3, column date: \"4/5/2001\" has day and month"},
        {"date,users\n2001-01-01,1\nsoon,2\n2003-01-01,4\n",
         "row 3, column date: \"soon\" is neither a number nor a date"},
        {"year;users\n2001;19.700\n2002;96.500\n",
         "row 2, column users: \"19.700\" may mean 19.7 or 19700, and"},
        {"year;users\n2001;1,234\n2002;2,345\n",
         "row 2, column users: \"1,234\" may mean 1234 or 1.234, and"},
        {"year;users\n2001;1,5\n2002;2.5\n",
         "row 3, column users: \"2.5\" needs a decimal point, but row 2"},
        {"year,users\n2001,5%\n2002,6\n",
         "row 3, column users: \"6\" is in another unit than row 2"},
        {"year,users\n2001,$5\n2002,\xe2\x82\xac"
         "6\n",
         "is in another unit"},
        {"year,name\n2001,a\n2002,b\n", "row 1: there is no column of figures"},
        {"name,users\na,1\nb,2\n", "row 1: there is neither a column of times nor"},
        {"country,2001,2002,2003\nX,1,2,3\n", "row 1, column 2: times stand beside each other"},
        {"year users\n2001 10\n", "row 1: there is no column of figures"},
        {"<html><body>no</body></html>\n", "row 1: there is no column of figures"},
        {"PK\x03\x04rest", "row 1: is a spreadsheet or an archive"},
        {"\xff\xfey", "row 1: is UTF-16"},
        {"\x1f\x8b\x08", "row 1: is compressed"},
        {"%PDF-1.4\n", "row 1: is a PDF"},
        {"year,users\n2001,1\x01\n", "row 2, column users: has a byte (1) that no text has"},
    }));
    CAPTURE(text, words);
    CHECK_THAT(refusal_of(text), ContainsSubstring(words));
    CHECK(refusal_of(text).find('\n') == std::string::npos);
}

TEST_CASE("table: a byte of zero is no text", "[program]")
{
    CHECK_THAT(refusal_of(std::string("year,users\n2001,\0", 17)),
               ContainsSubstring("row 2, column users: has a byte (0)"));
}

TEST_CASE("table: size and length are bounded", "[program]")
{
    endless_rows ten_million{10'000'000};
    std::istream in{&ten_million};
    CHECK_THROWS_WITH(read_raw_table(in, "f.csv"),
                      ContainsSubstring("row 10002, column t: more than"));

    std::string wide = "t";
    for (int i = 0; i < 600; ++i) wide += ",x";
    CHECK_THAT(refusal_of(wide + "\n"),
               ContainsSubstring("row 1, column 501: more than 500 columns"));
    const auto long_cell = std::string(2'000'000, 'x');
    CHECK_THAT(refusal_of("t,x\n1," + long_cell),
               ContainsSubstring("row 2, column x: is longer than"));
    CHECK_THAT(refusal_of("t,x\n1,\"" + long_cell),
               ContainsSubstring("row 2, column x: a quote is opened"));
    CHECK_THAT(refusal_of(long_cell), ContainsSubstring("row 1, column 1: is longer than"));
    // Comments and blank lines may be of any length and number.
    CHECK(values_of(series_in("#" + long_cell + "\n" + std::string(100'000, '\n') +
                              "t,x\n1,10\n2,20.5\n3,40\n")) == plain);
}

TEST_CASE("table: numbers", "[program]")
{
    CHECK(number("1234.5") == 1234.5);
    CHECK(number("-0.5") == -0.5);
    CHECK(number(".5") == 0.5);
    CHECK(number("+3") == 3);
    CHECK(number("(1,234)") == -1234);
    CHECK(number("\xe2\x88\x92"
                 "5") == -5);
    CHECK(number("-$5.50") == -5.5);
    CHECK(number("$-5.50") == -5.5);
    CHECK(number("US$ 1,000.00") == 1000);
    CHECK(number("1.234,5", decimal_mark::comma) == 1234.5);
    CHECK(number("1,234", decimal_mark::comma) == 1.234);
    CHECK(number("1,234") == 1234);
    CHECK(number("0,5", decimal_mark::comma) == 0.5);
    CHECK(number("1.5e-3") == 0.0015);
    for (const auto* cell :
         {"",    "x", "1,23,45", "1.2.3", "12,34.5", "1 23", "--1", "(-1)", "1e",    "e5",
          "5 6", "$", "%",       "5%%x",  "1,,000",  ",",    ".",   "+-1",  "0x1p3", "1_000"}) {
        CAPTURE(cell);
        CHECK_FALSE(number_in(cell));
    }
    CHECK(is_missing(" N/A "));
    CHECK(is_missing("NaN"));
    CHECK(is_missing("\xe2\x80\x93"));
    CHECK_FALSE(is_missing("0"));
    CHECK_FALSE(is_missing("none of them"));
}

TEST_CASE("table: times", "[program]")
{
    CHECK(years("2012-07-01") == Approx(2012 + 182.0 / 366).epsilon(1e-12));
    CHECK(years("2013-07-01") == Approx(2013 + 181.0 / 365).epsilon(1e-12));
    for (const auto* cell :
         {"1.7.2013", "01.07.2013", "1 July 2013", "1 Jul 2013", "Jul 1, 2013", "July 1 2013",
          "Monday, 1 July 2013", "2013/7/1", "2013-07-01 00:00", "1-Jul-2013"})
        CHECK(years(cell) == years("2013-07-01"));
    CHECK(years("2013-07-01 12:00") == Approx(2013 + 181.5 / 365).epsilon(1e-12));
    CHECK(years("13/7/2013") == years("2013-07-13"));
    CHECK(years("7/13/2013") == years("2013-07-13"));
    CHECK(years("2013-07") == 2013.5);
    CHECK(years("07/2013") == 2013.5);
    CHECK(years("2013 Q3") == 2013.5);
    CHECK(years("3Q 2013") == 2013.5);
    CHECK(years("H2 2013") == 2013.5);
    CHECK(years("2009-W01") ==
          Approx(2008 + 363.0 / 366).epsilon(1e-12)); // its Monday is 29 December 2008
    CHECK(years("2009-W53") == Approx(2009 + 361.0 / 365).epsilon(1e-12)); // 28 December
    for (const auto* cell : {"13.07.12", "yesterday", "2013-07-01 25:00", "2013-07-01 10", "13",
                             "2013-7-1-1", "Q3", "July", "20130", "3013-01-01", "2013--07"})
        CHECK_FALSE(time_in(cell));

    const auto times = [](const std::string& text) {
        const auto all = table_of(text);
        return times_in(all, 0);
    };
    // The day order that one row shows holds for all of them.
    CHECK(*times("d,x\n3/4/2013,1\n3/14/2013,1\n").at[0] == years("2013-03-04"));
    CHECK(*times("d,x\n3/4/2013,1\n14/3/2013,1\n").at[0] == years("2013-04-03"));
    // 2012.10 is October where every cell can be a month, and a year and a tenth where one can't.
    CHECK(*times("d,x\n2012.09,1\n2012.10,1\n").at[1] == 2012.75);
    CHECK(*times("d,x\n2012.10,1\n2012.50,1\n").at[0] == 2012.1);
    CHECK(times("d,x\n2012.10,1\n2012.50,1\n").calendar);
    CHECK_FALSE(times("d,x\n1,1\n2,1\n").calendar);
}

TEST_CASE("table: columns are found by name, number and what they hold", "[program]")
{
    const auto all = table_of("Year,Headcount,revenue,note\n2001,5,10,a\n2002,6,20,b\n");
    CHECK(all.column_named("headcount") == 1);
    CHECK(all.column_named("3") == 2);
    CHECK_THROWS_WITH(all.column_named("haedcount"), ContainsSubstring("no column haedcount"));
    CHECK_THROWS_WITH(table_of("a,a\n1,2\n").column_named("a"),
                      ContainsSubstring("columns 1 and 2 are both"));

    const auto by_default = choose_columns(all, {});
    CHECK(by_default.time == 0U);
    CHECK(by_default.size == 1U);
    CHECK(by_default.output == 2U);
    const auto growth = choose_columns(all, {.time = {}, .size = {}, .output = "Headcount"});
    CHECK_FALSE(growth.size);
    CHECK(growth.output == 1U);
    CHECK(growth.unused == std::vector<std::size_t>{2});
    const auto of_size = choose_columns(all, {.time = {}, .size = "Headcount", .output = {}});
    CHECK_FALSE(of_size.size);
    CHECK(of_size.output == 1U);
    CHECK_THROWS_WITH(choose_columns(all, {.time = "Year", .size = {}, .output = "Year"}),
                      ContainsSubstring("column Year can't be two of"));
    const auto timeless = choose_columns(table_of("load,throughput\n1,64.9\n18,995.9\n"), {});
    CHECK_FALSE(timeless.time);
    CHECK(timeless.size == 0U);
    CHECK(timeless.output == 1U);
    // Of two columns with one name, only a number says which is meant.
    const auto twice = table_of("year,users,users,staff\n2001,1,7,3\n2002,2,8,3\n");
    CHECK_THROWS_WITH(choose_columns(twice, {}),
                      ContainsSubstring("columns 2 and 3 are both named users"));
    CHECK(choose_columns(twice, {.time = {}, .size = {}, .output = "3"}).output == 2U);
    CHECK(choose_columns(twice, {.time = {}, .size = "3", .output = {}}).output == 2U);
    CHECK_FALSE(choose_columns(twice, {.time = {}, .size = {}, .output = "staff"}).size);
    CHECK_THROWS_WITH(choose_columns(table_of("size,size\n2001,1\n2002,2\n"), {}),
                      ContainsSubstring("columns 1 and 2 are both named size"));
    // The dates are times, whatever stands before them.
    const auto dated = choose_columns(
        table_of("release,released,packages\n0.9,1995-10-26,60\n1.1,1996-06-17,474\n"), {});
    CHECK(dated.time == 1U);
    CHECK(dated.output == 2U); // numbers of releases count nothing
}

} // namespace table_test
