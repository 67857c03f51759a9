module github.com/py2go-async/py2go-async

go 1.26

require github.com/dave/jennifer v1.7.1
